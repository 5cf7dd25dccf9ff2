package dev.millrace.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;

/**
 * A lock for critical sections of a few dozen nanoseconds that neither block nor call foreign code.
 * It counts its holders, so that a reader can look at what it guards without taking it and tell
 * afterwards whether anything changed meanwhile: {@link #lookStamp} before, {@link #unchanged}
 * after.
 *
 * <p>Who finds it held tries again for a moment, because the holder is about to let go. Then it
 * watches, and at last sleeps in short steps, because the holder's core was taken away. A virtual
 * thread never leaves its carrier while it holds the lock: nothing under it blocks, and who needs
 * several locks ({@link ChannelLocks}) watches and sleeps only while holding none. The lock is
 * neither fair nor re-entrant; fairness among waiting senders and receivers is the queues'
 * business.
 *
 * <p>It is a queue of those who wait for what it guards, too: whom to serve is the first question
 * of most of its holders, and the answer lies in the cache line that came with the lock. So do the
 * words of those who spin, see {@link HandOver}.
 *
 * <p>An error under it, such as too deep a stack, leaves it unlocked, for all holders unlock in the
 * end. But where the stack is just enough to lock and not to unlock it stays locked. The JDK keeps
 * such code from failing by stack in reserve, which it gives to nobody but itself.
 *
 * <p>Those of its methods that lock are overridden only by a {@link Subscription}, which has no
 * lock of its own.
 */
abstract non-sealed class SequenceLock extends HandOver {

  static final int SHORTEST_PAUSE = 2;

  /** For how many pauses a thread tries again, which may hold other locks: a few microseconds. */
  private static final int MOST_PAUSES = 200;

  /** How many pauses may come between two tries, or so many times the first. */
  private static final int LONGEST_PAUSE = 32;

  private static final int LONGEST_IN_FIRST = 4;

  /**
   * So often a thread that holds no lock looks again before it sleeps: for some forty microseconds,
   * if a pause takes twenty nanoseconds. An interrupt of the holder's core seldom takes longer, and
   * a nap, to which belong a timer and the waking of a carrier, seldom less. (Two threads that use
   * one lock all the time find it held in a row now and then for as long as all tries last. When
   * they slept after these, about one value in a thousand was late by a nap, and each took a
   * quarter more time on the average.) With one core the holder may be waiting for this very one.
   */
  private static final int LOOKS_BEFORE_NAP =
      Runtime.getRuntime().availableProcessors() > 1 ? 60 : 1;

  private static final long SHORTEST_NAP_NANOS = 1_000;
  private static final long LONGEST_NAP_NANOS = 64_000;

  private static final VarHandle SEQUENCE;

  static {
    try {
      SEQUENCE = MethodHandles.lookup().findVarHandle(SequenceLock.class, "sequence", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** Odd while held. Each holder adds two, so a value never comes back. */
  private volatile long sequence;

  /**
   * The number as it is while nobody holds the lock, for the holder alone, who could read it in
   * {@link #sequence} as well. But a processor passes on to a later read what a plain store is
   * about to write, and not what a compare-and-set is: that read would wait until the store is
   * done, which takes as long as the whole of locking and unlocking does otherwise.
   */
  private long sequenceWhenFree;

  void lock() {
    if (!tryLock()) {
      while (!tryLockSpinning()) {
        awaitFree();
      }
    }
  }

  /**
   * Takes the lock unless somebody seems to hold it for longer than one needs who is running.
   *
   * <p>Each try takes the lock's cache line away from the holder, who then waits for it. Who tries
   * less and less often lets the other run ahead, and finds many of its operations done at the
   * price of one transfer.
   */
  boolean tryLockSpinning() {
    int pause = firstPause();
    int longest = Math.max(LONGEST_PAUSE, LONGEST_IN_FIRST * pause);
    int paused = 0;
    while (!tryLock()) {
      if (paused >= MOST_PAUSES) {
        return false;
      }
      pause(pause);
      paused += pause;
      pause = Math.min(2 * pause, longest);
    }
    return true;
  }

  /** After how many pauses who has found the lock held tries again for the first time. */
  int firstPause() {
    return SHORTEST_PAUSE;
  }

  private static void pause(int times) {
    for (int i = 0; i < times; i++) {
      Thread.onSpinWait();
    }
  }

  private boolean tryLock() {
    long seen = sequence;
    if (!isHeld(seen) && SEQUENCE.compareAndSet(this, seen, seen + 1)) {
      // What the holder writes must not be seen by a looker that still sees the even number.
      VarHandle.storeStoreFence();
      return true;
    }
    return false;
  }

  /**
   * Waits until nobody holds the lock. Not to be called by a thread that holds another.
   *
   * <p>It looks and does not try, which leaves the holder its line, but for a copy.
   */
  void awaitFree() {
    for (int look = 0; look < LOOKS_BEFORE_NAP; look++) {
      if (!isHeld(sequence)) {
        return;
      }
      pause(LONGEST_PAUSE);
    }
    napUntilFree();
  }

  private void napUntilFree() {
    boolean interrupted = false;
    long nap = SHORTEST_NAP_NANOS;
    try {
      while (isHeld(sequence)) {
        // With the flag set a nap would return at once, and a virtual thread would keep its core
        // from the very holder it waits for.
        interrupted |= Thread.interrupted();
        nap(nap);
        nap = Math.min(2 * nap, LONGEST_NAP_NANOS);
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
    // A nap uses up a permit that may tell a select to look at its timers again: give it back.
    LockSupport.unpark(Thread.currentThread());
  }

  private static void nap(long nanos) {
    try {
      LockSupport.parkNanos(nanos);
    } catch (Error noMemoryForTimer) {
      // Who cleans up after an error needs the lock all the same, or somebody is served who does
      // not wait any more. To spin is slow but safe: the holder always has a carrier of its own.
      Thread.onSpinWait();
    }
  }

  void unlock() {
    long next = sequenceWhenFree + 2;
    sequenceWhenFree = next;
    SEQUENCE.setRelease(this, next);
  }

  /**
   * A stamp for {@link #unchanged}, which is never smaller than one taken before. It is not valid
   * if somebody {@linkplain #isHeld held} the lock.
   */
  long lookStamp() {
    // Volatile, as is the step by which a lock is taken: so who looks here after an operation on
    // another channel, and who does the opposite, cannot both come before the other's operation.
    return sequence;
  }

  /** Whether somebody held the lock when this stamp was taken. */
  static boolean isHeld(long stamp) {
    return (stamp & 1) != 0;
  }

  /**
   * Whether nobody has held the lock since {@link #lookStamp} gave this stamp, so that everything
   * read in between was true at every instant in between.
   */
  boolean unchanged(long stamp) {
    // The reads in between must not sink below the one that vouches for them.
    VarHandle.acquireFence();
    return !isHeld(stamp) && stamp == (long) SEQUENCE.getOpaque(this);
  }
}
