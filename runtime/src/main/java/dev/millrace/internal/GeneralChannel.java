package dev.millrace.internal;

import dev.millrace.Channel;
import dev.millrace.Overflow;
import dev.millrace.annotation.Nullable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * The general flavour: any capacity, any number of senders and receivers, every answer exact.
 *
 * <p>Everything happens under one small lock, so every operation takes effect at one instant. Two
 * invariants hold whenever the lock is free:
 *
 * <ol>
 *   <li>There is never a waiting receiver and, at the same time, a buffered value or a waiting
 *       sender (but for one select that waits on both sides, since a select never meets itself).
 *   <li>There is never a waiting sender while the buffer has room.
 * </ol>
 *
 * <p>A sender hands its value directly to the longest-waiting receiver. A receiver that takes the
 * head of a full buffer lets the longest-waiting sender's value in at the tail. So values stay in
 * order, and nobody who is woken has to look again and find that another was quicker.
 *
 * <p>The algorithm is Go's ({@code runtime/chan.go}); the places differ in that a waiter is claimed
 * by compare-and-set, because here waiters can be interrupted and have deadlines.
 *
 * @param <T> the type of the values
 */
public final class GeneralChannel<T> extends TwoEnded<T> {

  static {
    try {
      linkHandles();
    } catch (VirtualMachineError unlinked) {
      // As by the first user's deep stack. It would make this class erroneous for good, and is no
      // more than a preparation: what is not linked yet is by its first use.
    }
  }

  private final RingBuffer buffer;

  private boolean closed;

  /** Written under the lock; volatile, because exceptions are made after letting go of it. */
  private volatile @Nullable Throwable cause;

  private GeneralChannel(String name, RingBuffer buffer) {
    super(name);
    this.buffer = buffer;
    hasPlaces(buffer.capacity());
  }

  /** A new channel whose senders wait; see the factories of {@link Channel}. */
  public static <T> GeneralChannel<T> create(String name, int capacity) {
    return create(name, capacity, Overflow.WAIT, loser -> {});
  }

  /** A new channel; see the factories of {@link Channel}. */
  @SuppressWarnings("unchecked") // Only a T is ever pushed, so only a T is dropped.
  public static <T> GeneralChannel<T> create(
      String name, int capacity, Overflow overflow, Consumer<? super T> onDrop) {
    Objects.requireNonNull(name, "The name of a channel must not be null.");
    Objects.requireNonNull(onDrop, "The onDrop hook of a channel must not be null.");
    Consumer<Object> hook = (Consumer<Object>) onDrop;
    return new GeneralChannel<>(name, RingBuffer.create(name, capacity, overflow, hook));
  }

  /**
   * Uses each variable handle by which a wait ends for a first time, which links it and takes stack
   * for that: a thread whose wait an error has ended may have none.
   */
  private static void linkHandles() {
    GeneralChannel<Object> channel = create("", 0);
    channel.lock();
    channel.unlockAndWake();
    channel.expect();
    channel.give(channel);
    Object unused = channel.takeGiven();
    channel.offer(channel, null);
    channel.refuseOffer();
    channel.takeAnswer();
    new SoloWaiter(channel, false, SoloWaiter.Manner.PARKS).giveUp();
  }

  // The steps. Each is to be called by the holder of the lock.

  @Override
  boolean push(Object value) {
    if (give(value)) {
      return true;
    }
    Place receiver = receivers().claimFirst(value);
    if (receiver != null) {
      served = receiver.waiter;
      return true;
    }
    Arm standing = standing();
    if (standing != null && standing.claimStanding(value)) {
      served = standing.place.waiter;
      return true;
    }
    return buffer.offer(value);
  }

  /** Takes the next value, from the buffer or from a waiting sender; null if there is none. */
  @Override
  @Nullable
  Object pull() {
    Object head = buffer.poll();
    if (head == null) {
      // Nothing buffered and yet a sender waiting: the channel has no buffer.
      Object offered = takeOffered();
      if (offered != null) {
        return offered;
      }
      Place sender = claimSender();
      if (sender == null) {
        return null;
      }
      served = sender.waiter;
      return sender.item;
    }
    Object offered = takeOffered();
    if (offered != null) {
      buffer.offer(offered);
      return head;
    }
    Place sender = claimSender();
    if (sender != null) {
      buffer.offer(Objects.requireNonNull(sender.item));
      served = sender.waiter;
    }
    return head;
  }

  @Override
  @Nullable
  Object takeLoser() {
    return buffer.takeLoser();
  }

  @Override
  boolean canPush() {
    if (buffer.accepts()) {
      return true;
    }
    // Who asks may hold the locks of several channels, to know of all of them at one instant.
    queueWhoStands();
    return isExpected() || receivers().hasWaiting();
  }

  @Override
  boolean canPull() {
    return buffer.size() > 0 || hasWaitingSender();
  }

  @Override
  boolean closedForSenders() {
    return closed;
  }

  @Override
  boolean ended() {
    return closed && buffer.size() == 0;
  }

  @Override
  @Nullable
  Throwable cause() {
    return cause;
  }

  @Override
  boolean marksArms() {
    return true;
  }

  @Override
  boolean handsOver() {
    return true;
  }

  /** Besides what it was served with. */
  @Override
  int stepsAhead(boolean sends) {
    int size = buffer.size();
    return 1 + (sends ? buffer.capacity() - size : size);
  }

  // A look without the lock, for a select that does not want to wait.

  @Override
  boolean looksUnableToPush() {
    // A select that is registered may stand here, and then begins to wait without the lock and so
    // without a trace in its stamp. Whether it does can be asked only with the lock held.
    return !closed && !buffer.accepts() && !looksAwaited() && registered == null;
  }

  @Override
  boolean looksUnableToPull() {
    return buffer.size() == 0 && !looksOffered();
  }

  @Override
  boolean looksOpen() {
    return !closed;
  }

  @Override
  void unlockAndWake() {
    Waiter waiter = null;
    // Null and not an empty list: every operation comes by here, and few meet the end.
    List<Waiter> watchers = null;
    try {
      waiter = takeServed();
      markReady();
      watchers = ended() ? endOfWatch() : null;
    } finally {
      // No call before this lets go of the lock: for that there may be no stack after an error.
      Waiter looks = registered == null ? null : roused;
      if (looks != null) {
        roused = null;
      }
      unlock();
      // Even after an error: who was served is in no queue any more, so nobody else would wake it.
      if (waiter != null) {
        waiter.wake();
      }
      if (looks != null) {
        looks.wake();
      }
    }
    if (watchers != null) {
      Waiter.wakeAll(watchers);
    }
  }

  @Override
  void tellDropped(@Nullable Object loser) {
    if (loser != null) {
      buffer.tell(loser);
    }
  }

  // Closing

  @Override
  boolean tryClose(@Nullable Throwable cause, @Nullable List<T> undelivered) {
    List<Waiter> waiting = List.of();
    RingBuffer left = null;
    boolean first;
    lock();
    try {
      first = !closed;
      // All memory first: nobody else tells those whom a close that fails half-way has not told.
      if (first) {
        waiting = new ArrayList<>(mostWaiting());
      }
      if (undelivered != null) {
        left = buffer.takeAll();
      }
      if (first || (left != null && left.size() > 0 && this.cause == null)) {
        this.cause = cause;
      }
      closed = true;
      if (first) {
        try {
          // Who is claimed here knows of the close at once, and may ask a select of its own.
          markReady();
        } finally {
          // Even after an error: nobody else closes it, and so would tell them.
          claimAllWaiting(waiting);
        }
      }
    } finally {
      try {
        unlockAndWake();
      } finally {
        Waiter.wakeAll(waiting);
      }
    }
    if (undelivered != null && left != null) {
      // Outside the lock, since there may be millions.
      left.forEach(value -> undelivered.add(asValue(value)));
    }
    return first;
  }

  private void claimAllWaiting(List<Waiter> waiting) {
    refuseOffer();
    refuseSenders(waiting);
    give(Told.ENDED);
    queueWhoStands();
    receivers().claimAllClosed(waiting);
    // Even if values are left: who refuses to take them learns that the end cannot come.
    claimWatchers(waiting);
  }

  /** How many {@link #claimAllWaiting} claims at most: who stands here is not queued yet. */
  private int mostWaiting() {
    return queuedSenders() + receivers().length() + 1 + watching();
  }

  // Looking

  @Override
  public int capacity() {
    return buffer.capacity();
  }

  @Override
  public int size() {
    long stamp = lookStamp();
    int size = buffer.size();
    if (unchanged(stamp)) {
      return size;
    }
    lock();
    try {
      return buffer.size();
    } finally {
      unlock();
    }
  }

  @Override
  public long dropped() {
    long stamp = lookStamp();
    long dropped = buffer.dropped();
    if (unchanged(stamp)) {
      return dropped;
    }
    lock();
    try {
      return buffer.dropped();
    } finally {
      unlock();
    }
  }

  @Override
  public boolean isClosed() {
    long stamp = lookStamp();
    boolean seen = closed;
    if (unchanged(stamp)) {
      return seen;
    }
    lock();
    try {
      return closed;
    } finally {
      unlock();
    }
  }
}
