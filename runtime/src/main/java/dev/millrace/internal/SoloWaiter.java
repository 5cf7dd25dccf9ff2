package dev.millrace.internal;

import java.util.concurrent.ThreadLocalRandom;

/** A thread that waits in one place: on one side of one channel. */
final class SoloWaiter extends Waiter implements SpinBudget.Spinning {

  /** A buffer of so many values keeps the receivers busy while a sender pauses. */
  private static final int BUSY = 8;

  private final Flavour<?> channel;
  private final boolean sends;

  /** Whether it begins with a {@link Breath}. */
  private final boolean breathes;

  /**
   * A wait that begins now.
   *
   * @param maySpin whether it is possible that it is served soon: not behind others in the queue
   */
  SoloWaiter(Flavour<?> channel, boolean sends, boolean maySpin) {
    this.channel = channel;
    this.sends = sends;
    int random = ThreadLocalRandom.current().nextInt();
    breathes = channel.breath.isDue(random);
    if (breathes) {
      channel.spinBudget.bePatient();
    }
    begin(breathes || (maySpin && channel.spinBudget.isToSpin(random)));
  }

  @Override
  void waitUnwoken(long deadline) {
    if (breathes) {
      takeBreath();
    } else {
      channel.spinBudget.spin(this, deadline);
    }
  }

  @Override
  public boolean isServed() {
    return !isWaiting();
  }

  @Override
  public boolean isUrgent() {
    return !sends || channel.capacity() < BUSY;
  }

  /** Its first is its only wait. */
  @Override
  public int waits() {
    return 1;
  }

  @Override
  public String activity() {
    return (sends ? "waiting to send on \"" : "waiting to receive from \"") + channel.name() + '"';
  }

  @Override
  public String toString() {
    return activity();
  }
}
