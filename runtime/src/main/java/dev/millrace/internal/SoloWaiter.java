package dev.millrace.internal;

import dev.millrace.ChannelEnd;

/** A thread that waits in one place: on one side of one channel. */
final class SoloWaiter extends Waiter {

  final Place place = new Place(this, 0);

  private final ChannelEnd channel;
  private final boolean sends;

  SoloWaiter(ChannelEnd channel, boolean sends) {
    this.channel = channel;
    this.sends = sends;
    begin();
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
