package dev.millrace.internal;

import dev.millrace.ChannelClosedException;
import dev.millrace.annotation.Nullable;

/**
 * One alternative of a select. Its methods are to be called by the holder of its channel's lock,
 * except where they say otherwise.
 */
abstract sealed class Arm permits ReceiveArm, SendArm, EndArm {

  /** What can be said about an arm at an instant. */
  enum Readiness {
    /** It can happen now. */
    READY,
    /** The select must throw if it is chosen: its channel is closed. */
    REFUSED,
    /** It may happen later. */
    OPEN,
    /** It can never happen again. */
    OVER
  }

  final Flavour<?> channel;
  final Place place;

  /** Whether this arm takes part in the present select; the selecting thread's own. */
  boolean enabled = true;

  /** Where its place may still be; the selecting thread's own. */
  private @Nullable WaitQueue placedIn;

  /** Set by {@link #attempt}: the channel is closed in a way that the select must throw for. */
  boolean refused;

  Arm(Waiter waiter, int index, Flavour<?> channel) {
    this.place = new Place(waiter, index);
    this.channel = channel;
  }

  abstract Readiness readiness();

  /** Makes it happen if that is still possible. */
  abstract boolean attempt();

  /** Does what is left to do outside every lock when {@link #attempt} has succeeded. */
  void afterwards() {}

  /** The queue to wait in. */
  abstract WaitQueue queue();

  /** Without the lock: true only if, should the channel stand still, the arm is not ready. */
  abstract boolean looksUnready();

  /** Whether time alone can make it ready. */
  boolean isTimed() {
    return false;
  }

  final void enqueue() {
    placeIn(queue());
  }

  /** Waits for nothing but the end of the channel. */
  final void watchEnd() {
    placeIn(channel.endWatchers());
  }

  private void placeIn(WaitQueue queue) {
    place.closed = false;
    placedIn = queue;
    queue.add(place);
  }

  /** Takes the lock itself: after this no other thread holds on to the place. */
  final void leaveQueue() {
    WaitQueue queue = placedIn;
    if (queue != null) {
      placedIn = null;
      channel.lock();
      queue.remove(place);
      channel.unlock();
    }
  }

  /** Takes what was received and forgets it; the selecting thread's own. */
  final @Nullable Object takeItem() {
    Object item = place.item;
    place.item = null;
    return item;
  }

  /** Why a refused arm could not happen. */
  ChannelClosedException refusal() {
    return new ChannelClosedException(channel, channel.cause());
  }
}
