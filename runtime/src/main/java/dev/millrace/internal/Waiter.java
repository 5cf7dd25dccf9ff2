package dev.millrace.internal;

import dev.millrace.annotation.Nullable;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A thread that waits for one of several things, and the one word that decides which of them
 * happens.
 *
 * <p>It {@linkplain #begin begins} as {@link #WAITING}. Exactly one party moves it on, by
 * compare-and-set: a thread on the other side of a channel claims it with the number of the arm it
 * serves, or the waiting thread itself gives up because it was interrupted or its time has passed.
 * So a value is transferred or the wait ends without it, never both and never neither.
 *
 * <p>A thread parks with its waiter as the blocker, so thread dumps and {@code snapshot()} show
 * what it waits for.
 */
public abstract non-sealed class Waiter extends Place implements Waiting {

  static final int WAITING = -1;
  static final int GAVE_UP = -2;

  /** It is to look for itself what has happened. */
  static final int LOOK_AGAIN = -3;

  /** It is about to wait, if it finds no reason not to; see {@link Standing}. */
  private static final int ANNOUNCED = -4;

  /** A wait without an end. */
  static final long FOREVER = Long.MAX_VALUE;

  private static final VarHandle OUTCOME;
  private static final VarHandle THREAD;

  static {
    try {
      OUTCOME = MethodHandles.lookup().findVarHandle(Waiter.class, "outcome", int.class);
      THREAD = MethodHandles.lookup().findVarHandle(Waiter.class, "thread", Thread.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private volatile int outcome;

  /**
   * The thread to wake; written before the waiter is put into any queue. Null while the thread is
   * not to be woken, because it spins or takes a breath: it then looks for itself whether it was
   * claimed.
   */
  private volatile @Nullable Thread thread;

  Waiter() {}

  /**
   * Makes the current thread the one that waits. Only while no queue holds this waiter, or under
   * its lock.
   *
   * @param unwoken whether it is not to be woken before it has {@linkplain #waitUnwoken waited} for
   *     a while
   */
  final void begin(boolean unwoken) {
    // Plain: what publishes this waiter, such as a queue's lock, publishes both.
    THREAD.set(this, unwoken ? null : Thread.currentThread());
    OUTCOME.set(this, WAITING);
  }

  /**
   * Decides that the given arm happens. What the claimer wrote before is visible to the waiting
   * thread after {@link #park}. The claimer must {@link #wake} it, outside the lock.
   *
   * @return whether it was still undecided
   */
  final boolean claim(int arm) {
    return OUTCOME.compareAndSet(this, WAITING, arm);
  }

  /**
   * For the waiting thread: ends the wait if it was not claimed.
   *
   * @return whether it is over without anything having happened
   */
  final boolean giveUp() {
    return OUTCOME.compareAndSet(this, WAITING, GAVE_UP) || outcome == GAVE_UP;
  }

  /**
   * As {@link #begin}, for a thread that does not wait before it {@linkplain #confirm confirms},
   * and whom others know of already. Ordered before all volatile reads that follow.
   */
  final void announce(boolean unwoken) {
    THREAD.set(this, unwoken ? null : Thread.currentThread());
    OUTCOME.setVolatile(this, ANNOUNCED);
  }

  /** Waits from now on as announced, unless it was {@linkplain #rouse roused}. */
  final boolean confirm() {
    return OUTCOME.compareAndSet(this, ANNOUNCED, WAITING);
  }

  /** Does not wait although it was announced. */
  final void retract() {
    // Over whatever others may have said to the announcement: that it look again, which it does.
    OUTCOME.setOpaque(this, LOOK_AGAIN);
  }

  /** Says to an announcement, if there is one, that it must not be confirmed. */
  final boolean refute() {
    return outcome == ANNOUNCED && OUTCOME.compareAndSet(this, ANNOUNCED, LOOK_AGAIN);
  }

  /**
   * Ends a wait, or an announcement, without any arm.
   *
   * @return whether there was one; the thread is then to be woken, outside the lock
   */
  final boolean rouse() {
    // In this order, since announcements become waits meanwhile, and not the other way round.
    return refute() || (isWaiting() && claim(LOOK_AGAIN));
  }

  @Override
  public final boolean isWaiting() {
    return outcome == WAITING;
  }

  /** For the waiting thread: as of {@link #park}, without parking. */
  final int outcome() {
    return outcome;
  }

  /** After the claim: the thread looks at the outcome once more after it has said who it is. */
  final void wake() {
    LockSupport.unpark(thread);
  }

  /** {@linkplain #wake Wakes} each of them, also if another wake-up has failed. */
  static void wakeAll(List<Waiter> claimed) {
    wakeAll(claimed, 0);
  }

  private static void wakeAll(List<Waiter> claimed, int from) {
    int next = from;
    try {
      while (next < claimed.size()) {
        claimed.get(next++).wake();
      }
    } finally {
      if (next < claimed.size()) {
        wakeAll(claimed, next);
      }
    }
  }

  /**
   * Parks once, or waits unwoken once, unless it was claimed before.
   *
   * @param deadline the {@link System#nanoTime} to give up at, or {@link #FOREVER}
   * @param alarm the time to be woken at without giving up, or {@link #FOREVER}
   * @return the arm; {@link #LOOK_AGAIN}; {@link #GAVE_UP} if the deadline has passed; or {@link
   *     #WAITING} if there is no decision yet: do what the alarm is for, and call again
   * @throws InterruptedException if interrupted before any claim; then nobody can claim any more
   */
  final int park(long deadline, long alarm) throws InterruptedException {
    if (thread == null) {
      waitUnwoken(deadline);
      if (outcome == WAITING) {
        // Volatile, as the claim and the looks at the outcome are: who claims after the next look,
        // which comes before any park, finds the thread and wakes it. Who is claimed before has
        // no use for a wake-up, and so is spared it.
        thread = Thread.currentThread();
      }
      return outcome;
    }
    if (outcome != WAITING) {
      return outcome;
    }
    if (Thread.currentThread().isInterrupted()) {
      // Made before the flag is cleared: an error in between would cost the interrupt.
      InterruptedException interrupted = new InterruptedException();
      if (claim(GAVE_UP)) {
        boolean unused = Thread.interrupted();
        throw interrupted;
      }
      // Too late, the value is here: report it and leave the interrupt to the caller.
      return outcome;
    }
    long until = Deadline.earlier(alarm, deadline);
    if (until == FOREVER) {
      LockSupport.park(this);
      return outcome;
    }
    long remaining = until - System.nanoTime();
    if (remaining > 0) {
      LockSupport.parkNanos(this, remaining);
    } else if (until != alarm) {
      claim(GAVE_UP);
    }
    return outcome;
  }

  /**
   * Waits for a while in another way than to be woken, or until claimed; as a rule for a breath.
   *
   * @param deadline as of {@link #park}
   */
  void waitUnwoken(long deadline) {
    takeBreath();
  }

  /** See {@link Breath}. Its peer must not wake it meanwhile, which would put it right back. */
  final void takeBreath() {
    LockSupport.parkNanos(this, 1);
  }
}
