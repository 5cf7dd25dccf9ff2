package dev.millrace.internal;

import java.lang.invoke.VarHandle;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * How the threads wait that are at both sides of the rings of one {@link RingSelect}: those that
 * send, and the one that selects.
 *
 * <p>As an {@link AnnouncingEnd} that parks for once, only who waits pays for it. It announces with
 * a full fence that it is about to park, looks again for a microsecond or so, and parks. The others
 * store (release) what it waits for and read the announcement (opaque), without a fence between the
 * two. By the memory model they may miss it; then their next step, their own next wait or a close
 * wakes it.
 *
 * <p>If none of them comes, the {@link Watch} does: whoever parks sees to it that somebody looks
 * after all of them within a millisecond. So progress never hangs on timing, only the delay of a
 * wake-up does. To park with a time limit instead would cost more than all the rest: a timer is
 * started and cancelled with each park, and here every park is one of several threads that take
 * turns on few carriers.
 *
 * <p>Who is about to park itself looks at the announcements of all others after its full fence and
 * cannot miss one. So no two of them ever sleep and wait for each other.
 */
abstract sealed class WatchedEnd extends OneToOneEnd permits ArmSender, SelectEnd {

  /**
   * Looks between announcement and park. With one carrier hardly anybody publishes meanwhile: a
   * platform thread, or one on a carrier that makes up for a blocked one. If that misses the
   * announcement, the watch catches it.
   */
  private static final int LOOKS_BEFORE_PARK = SpinBudget.SEVERAL_CARRIERS ? 20 : 1;

  // Pauses before each look of a spin: who looks all the time makes every value a cache-line
  // transfer, and goes on before the other side has got ahead. (Measured with 16 places, where a
  // line takes 200 ns to the other core and back, against 32 pauses: with 16 a select of two took a
  // fifth more time, with 4 a third, and with 64 two fifths. These are fewer than 32 with regard
  // to machines where lines are nearer.) Where nobody can get ahead it is time lost.

  static final int MANY_PAUSES = 24;
  static final int FEW_PAUSES = 4;

  /** With so many places the other side can get ahead. */
  static final int MANY_PLACES = 8;

  final Watch watch;

  /** Its own: of several senders one may run beside the select, while the others cannot. */
  final SpinBudget spinning = SpinBudget.hopeful();

  WatchedEnd(OneToOneChannel<?> channel, Watch watch) {
    super(channel, true);
    this.watch = watch;
  }

  WatchedEnd(String activity, Watch watch) {
    super(activity, false);
    this.watch = watch;
  }

  /** By anybody, after this end has announced that it waits: whether it need not wait any more. */
  abstract boolean canGoOn();

  /** {@link #MANY_PAUSES} or {@link #FEW_PAUSES}. */
  abstract int pausesPerLook();

  /** After a full fence: wakes those that may have been waiting for what this end did before. */
  abstract void wakeWhoWaitsForThis();

  /**
   * Waits until this end can go on, or the deadline has passed.
   *
   * @return false if the deadline has passed
   * @throws InterruptedException if interrupted; it could not go on then
   */
  final boolean await(long deadline) throws InterruptedException {
    if (spin(deadline)) {
      return true;
    }
    breatheIfDue(waits++);
    thread = Thread.currentThread();
    LockSupport.setCurrentBlocker(this);
    try {
      return park(deadline);
    } finally {
      announced = false;
      LockSupport.setCurrentBlocker(null);
    }
  }

  private boolean park(long deadline) throws InterruptedException {
    while (true) {
      // Anew each time: who wakes it takes that back, and may have come late from an earlier wait.
      setAnnounced();
      VarHandle.fullFence();
      wakeWhoWaitsForThis();
      for (int look = LOOKS_BEFORE_PARK; look > 0; look--) {
        if (canGoOn()) {
          return true;
        }
        Thread.onSpinWait();
      }
      if (Thread.currentThread().isInterrupted() && !canGoOn()) {
        boolean unused = Thread.interrupted();
        throw new InterruptedException();
      }
      long remaining = deadline == Waiter.FOREVER ? deadline : deadline - System.nanoTime();
      if (remaining <= 0) {
        return canGoOn();
      }
      watch.begin();
      if (deadline == Waiter.FOREVER) {
        LockSupport.park();
      } else {
        LockSupport.parkNanos(remaining);
      }
      if (canGoOn()) {
        return true;
      }
    }
  }

  /** Looks again for a moment, if that has paid lately. */
  private boolean spin(long deadline) {
    if (spinning.isToSpin(ThreadLocalRandom.current().nextInt())) {
      spinning.spin(this, WatchedEnd::canGoOn, pausesPerLook(), deadline);
    }
    return canGoOn();
  }

  @Override
  final void beforeBreath() {
    spinning.bePatient();
  }

  /** To be called now and then by a thread that may never have to wait. */
  final void breatheNowAndThen() {
    breatheIfOverdue();
  }

  /** By who looks after it, or after a full fence: wakes this end if it waits in vain. */
  final void wakeIfItCanGoOn() {
    if (hasAnnounced() && canGoOn()) {
      wake();
    }
  }

  @Override
  public final boolean isWaiting() {
    return hasAnnounced() && !canGoOn();
  }
}
