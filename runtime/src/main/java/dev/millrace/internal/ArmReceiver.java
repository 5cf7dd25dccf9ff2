package dev.millrace.internal;

/** How far the receiver of an {@link ArmRing} has come. It waits at the {@link SelectEnd}. */
final class ArmReceiver extends OneToOneEnd {

  ArmReceiver(ArmRing<?> ring) {
    super(ring, false);
  }

  @Override
  public boolean isWaiting() {
    return false;
  }
}
