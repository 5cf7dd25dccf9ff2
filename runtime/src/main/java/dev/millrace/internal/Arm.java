package dev.millrace.internal;

import dev.millrace.ChannelClosedException;
import dev.millrace.annotation.Nullable;
import java.util.Objects;

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

  /** From how many channels its select receives, but for those that time alone makes ready. */
  int sources = 1;

  /** Where it is marked while it is registered on its channel, and afterwards. */
  private @Nullable ReadySet marks;

  /** Set while it stands at its channel. */
  @Nullable Standing standing;

  /** Where its place may still be; the selecting thread's own. */
  private @Nullable WaitQueue placedIn;

  /** Set by {@link #attempt}: the channel is closed in a way that the select must throw for. */
  boolean refused;

  Arm(Waiter waiter, int index, Flavour<?> channel) {
    this.place = new Place(waiter, index);
    this.channel = channel;
  }

  abstract Readiness readiness();

  final boolean isReady() {
    Readiness readiness = readiness();
    return readiness == Readiness.READY || readiness == Readiness.REFUSED;
  }

  /** Makes it happen if that is still possible. */
  abstract boolean attempt();

  /** Does what is left to do outside every lock when {@link #attempt} has succeeded. */
  void afterwards() {}

  /** The queue to wait in. */
  abstract WaitQueue queue();

  /**
   * Without the lock: whether, should the channel stand still, the arm is not ready. Exact if it
   * says so. If not, an arm that sends may still be unready where selects are registered; a silent
   * arm may not: a select asks it again and again for as long as this is false.
   */
  abstract boolean looksUnready();

  /**
   * Without the lock: whether it is worth an attempt. To be asked again and again. No more than a
   * hint: one that is ready may not seem so, or not be any more when it is attempted.
   */
  boolean seemsReady() {
    // A stamp is a volatile read: what a sender has done before it let go of the lock is seen by
    // who reads that after. Without it the same old values might be read for ever.
    return !SequenceLock.isHeld(channel.lookStamp()) && !looksUnready();
  }

  /** Without the lock: whether it may become ready, and nobody would be served before it then. */
  final boolean mayBeNext() {
    return enabled && channel.looksOpen() && !looksContended();
  }

  /** Without the lock: whether others wait for the same. */
  boolean looksContended() {
    return channel.looksAwaited();
  }

  /** Whether time alone can make it ready. */
  boolean isTimed() {
    return false;
  }

  /** Whether it competes for the values of its channel. */
  boolean receives() {
    return false;
  }

  // Marks

  /** Has it marked in this set from now on. Takes the lock itself. */
  final void register(ReadySet set) {
    marks = set;
    if (channel.marksArms()) {
      channel.register(this);
    }
  }

  /** Takes the lock itself: after this nobody marks it any more. */
  final void deregister() {
    channel.deregister(this);
  }

  /**
   * Marks it if it is ready.
   *
   * @return who is to be woken because of that, outside the lock
   */
  final @Nullable Waiter markIfReady() {
    // The mark first: it is set already as a rule, and then there is nothing to find out.
    if (marks().isMarked(place.arm) || !isReady()) {
      return null;
    }
    marks().mark(place.arm);
    return standing == null ? null : standing.rouse(this);
  }

  /** Marks it without knowing, and without the lock; for the selecting thread. */
  final void mark() {
    if (!marks().isMarked(place.arm)) {
      marks().mark(place.arm);
    }
  }

  /**
   * For the selecting thread, which has found it not ready. With the lock held: somebody who makes
   * it ready at the same time must not find the old mark, and set none.
   */
  final void unmark() {
    marks().unmark(place.arm);
  }

  private ReadySet marks() {
    return Objects.requireNonNull(marks);
  }

  /** Whether it can become ready without anybody marking it. */
  boolean isSilent() {
    return !channel.marksArms();
  }

  /** For a silent arm, without the lock: whether it may have become ready so. */
  boolean mayBeReadySilently() {
    long stamp = channel.lookStamp();
    return !looksUnready() || !channel.unchanged(stamp);
  }

  // Standing

  /** Whether a select of such arms may stand at its channels, {@link #isAlone} provided. */
  boolean canStand() {
    return channel instanceof GeneralChannel<?>;
  }

  /** Whether nobody else comes into question for what this arm waits for. */
  final boolean isAlone() {
    return !channel.looksAwaited() && channel.isRegisteredOnly(place.waiter);
  }

  /** Offers a value to the select that stands here. Its thread is then still to be woken. */
  final boolean claimStanding(Object value) {
    // Not without this look: until it waits, what is in the place belongs to the selecting thread.
    if (!place.waiter.isWaiting()) {
      return false;
    }
    place.item = value;
    if (place.waiter.claim(place.arm)) {
      return true;
    }
    place.item = null;
    return false;
  }

  /** Does not stand here any more, and waits in the queue if it waits. */
  final void queueInstead() {
    Standing stood = Objects.requireNonNull(standing);
    standing = null;
    if (stood.disturb()) {
      place.closed = false;
      queue().add(place);
    }
  }

  /** Takes the lock itself: after this {@link #queueInstead} has left no place behind. */
  final void leaveQueueOfReceivers() {
    if (receives()) {
      leave(queue());
    }
  }

  // Places

  final void enqueue() {
    if (receives()) {
      channel.queueWhoStands();
    }
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
      leave(queue);
    }
  }

  private void leave(WaitQueue queue) {
    channel.lock();
    queue.remove(place);
    channel.unlock();
  }

  // Values; for the selecting thread, without the lock

  /** Keeps what came when it has happened, until it is taken or the next one comes. */
  void keepReceived() {}

  /** Takes what was received and forgets it. */
  @Nullable
  Object takeReceived() {
    return null;
  }

  /** Lets go of what was offered, or received and not taken. */
  void forget() {}

  /** Why a refused arm could not happen. */
  ChannelClosedException refusal() {
    return new ChannelClosedException(channel, channel.cause());
  }
}
