package dev.millrace.internal;

/** A thread that waits in one place: on one side of one channel. */
final class SoloWaiter extends Waiter {

  final Place place = new Place(this, 0);

  private final Flavour<?> channel;
  private final boolean sends;

  SoloWaiter(Flavour<?> channel, boolean sends) {
    this.channel = channel;
    this.sends = sends;
    begin(channel.breath.isDue());
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
