package dev.millrace.internal;

import java.util.function.Predicate;

/**
 * Whether a thread that waits in a channel spins before it parks, and for how long: for as long as
 * that has paid lately in this channel.
 *
 * <p>Two threads that hand over to each other can go on in two ways. If each runs on a carrier of
 * its own and spins for the other, a hand-over costs a few transfers of cache lines. If both park,
 * it costs a switch of threads, and as each is woken into the queue of the other's carrier, idle
 * carriers steal them from each other, which costs more still. Both ways last: a thread that spins
 * for a moment while its partner is in a carrier's queue gives up before another carrier has come
 * to steal that one. So there are two modes with a threshold between them:
 *
 * <ul>
 *   <li><b>Spinning</b>, while there is credit. A wait that ends soon earns some, one that does not
 *       costs more than that. A thread that is late, after a breath say, must be woken and stolen
 *       before both run again: where spinning has paid for a while, the wait after a failure has
 *       the patience for it. Not where a probe alone has succeeded: of more threads than carriers
 *       two meet now and then by chance, and ten stages that then waited for each other so long
 *       took a third more time.
 *   <li><b>Parking</b>, when there is no credit. A rare probe spins for as long as it takes the
 *       partner to be stolen. All channels whose waits {@linkplain #isToSpin ask here} probe in the
 *       same short windows of time, and the less often the more probes have failed: so it is
 *       bounded what a program spends on them, be it one of thousands of channels, or one whose
 *       threads have one carrier. An end of a ring {@linkplain RingEnd#isToProbe says itself when},
 *       by the parks that it counts.
 * </ul>
 *
 * <p>One for both sides of a channel, since one that spins alone waits for one that has to be
 * woken. Everything here is racy: a lost update costs a microsecond.
 *
 * <p>Open to tests alone, in which a spin may fail.
 */
class SpinBudget {

  /** Whether the scheduler of virtual threads can run two at once. */
  static final boolean SEVERAL_CARRIERS =
      Math.min(
              Integer.getInteger(
                  "jdk.virtualThreadScheduler.parallelism",
                  Runtime.getRuntime().availableProcessors()),
              Integer.getInteger("jdk.virtualThreadScheduler.maxPoolSize", Integer.MAX_VALUE))
          > 1;

  /** The {@link #credit} of one that neither spins nor probes, whatever the clock says. */
  static final byte NEVER = -1;

  /** What {@link #look} says of a spin that was in vain. */
  static final long IN_VAIN = -1;

  /** A wait that takes no longer is cheaper spinning than parking. */
  static final int SOON_NANOS = 3_000;

  /** It seldom takes longer to signal an idle carrier and have it steal a thread. */
  private static final int PROBE_NANOS = 10_000;

  /** A breath, and a theft after it, seldom take longer. */
  private static final int PATIENT_NANOS = 40_000;

  private static final int MOST_CREDIT = 16;

  /** What a probe earns that has succeeded. */
  private static final int FIRST_CREDIT = 8;

  private static final int COST_OF_FAILURE = 2;

  /** One wait in so many, to the power of two, looks at the clock whether a probe is due. */
  private static final int BITS_PER_LOOK = 4;

  /** A slice is so many nanoseconds to the power of two: a millisecond. It begins with a window. */
  private static final int SLICE_BITS = 20;

  private static final int WINDOW_NANOS = 1 << 14;

  /** After so many failed probes, only one in two to the power of it slices has a window. */
  private static final int MOST_FAILED_PROBES = 3;

  private static final int LOOKS_PER_CLOCK = 16;

  /** With more pauses before it, a single look takes a good part of a wait that is cheaper. */
  private static final int MOST_PAUSES_UNTIMED = 32;

  byte credit;
  private byte failedProbes;
  private boolean patient;

  /** One that begins with parking. */
  SpinBudget() {}

  private SpinBudget(int credit) {
    this.credit = (byte) credit;
  }

  /**
   * One that begins with spinning, if two threads can run at once: for where values are likely to
   * come in streams. Two failures in a row end it.
   */
  static SpinBudget hopeful() {
    return new SpinBudget(SEVERAL_CARRIERS ? 2 * COST_OF_FAILURE : 0);
  }

  /**
   * Whether the current thread, which is about to wait, is to spin first.
   *
   * @param random a random number, of which this looks at the highest four bits
   */
  boolean isToSpin(int random) {
    int seen = credit;
    return seen > 0 || (seen == 0 && isToProbe(random, failedProbes));
  }

  /** Whether there is credit. */
  boolean hasCredit() {
    return credit > 0;
  }

  /** Whether it makes sense to probe, for who says itself when. */
  boolean mayProbe() {
    return credit == 0 && SEVERAL_CARRIERS;
  }

  /** What {@link #isToSpin} says of one that is new: so it need not be made before that. */
  static boolean beginsWithProbe(int random) {
    return isToProbe(random, 0);
  }

  private static boolean isToProbe(int random, int failedProbes) {
    if (!SEVERAL_CARRIERS || random >>> (Integer.SIZE - BITS_PER_LOOK) != 0) {
      return false;
    }
    long now = System.nanoTime();
    return (now & ((1L << SLICE_BITS) - 1)) < WINDOW_NANOS
        && ((now >> SLICE_BITS) & ((1L << failedProbes) - 1)) == 0;
  }

  /**
   * The thread on the other side is going to wait for one that takes a {@link Breath}, or has just
   * been woken.
   */
  void bePatient() {
    // Written only if it changes: both sides read it with every wait.
    if (!patient && credit > FIRST_CREDIT) {
      patient = true;
    }
  }

  /**
   * Spins until the waiter is served, for as long as it seems worth it.
   *
   * @param isServed whether the spinning thread need not wait any more; a constant, so that a spin
   *     allocates nothing
   * @param pauses so many come before each look; if there are none, the thread looks all the time
   * @param deadline the {@link System#nanoTime} to give up at, or {@link Waiter#FOREVER}
   */
  <T> void spin(T waiter, Predicate<? super T> isServed, int pauses, long deadline) {
    long nanos = look(waiter, isServed, pauses, deadline);
    if (nanos != IN_VAIN) {
      succeeded(nanos);
    }
  }

  /**
   * As {@link #spin}, for who then says itself whether it {@linkplain #succeeded succeeded} or
   * {@linkplain #hadToMakeDo had to make do} with less. That it failed is taken note of here.
   *
   * @return for how long it has spun, or {@link #IN_VAIN}
   */
  <T> long look(T waiter, Predicate<? super T> isServed, int pauses, long deadline) {
    return look(waiter, isServed, pauses, pauses > MOST_PAUSES_UNTIMED, deadline, nanos());
  }

  /**
   * As the other, for a thread whose looks themselves begin with pauses, and who probes {@link
   * #mayProbe when it} says so itself, seldom, and therefore with patience.
   *
   * @param pausesLong whether a few of them take longer than a spin that pays: then the first ones
   *     are timed, too
   */
  <T> long look(T waiter, Predicate<? super T> isServed, boolean pausesLong, long deadline) {
    return look(waiter, isServed, 0, pausesLong, deadline, nanosToLook());
  }

  private <T> long look(
      T waiter,
      Predicate<? super T> isServed,
      int pauses,
      boolean timed,
      long deadline,
      int nanos) {
    if (!timed && isServedSoon(waiter, isServed, pauses)) {
      // The rule, and not worth a look at the clock, which takes a good part of a hand-over.
      return 0;
    }
    return lookOn(waiter, isServed, pauses, deadline, nanos);
  }

  private <T> long lookOn(
      T waiter, Predicate<? super T> isServed, int pauses, long deadline, int nanos) {
    long start = System.nanoTime();
    long end = Deadline.after(start, nanos);
    long until = Deadline.earlier(end, deadline);
    long now = start;
    while (until - now > 0) {
      boolean served = isServedSoon(waiter, isServed, pauses);
      now = System.nanoTime();
      if (served) {
        return now - start;
      }
    }
    if (until == end || now - start >= SOON_NANOS) {
      // Not if a deadline has left hardly any time: who polls so would use up the credit of a
      // stream. But who polls with longer ones would spin for ever, one after the other.
      failed();
    }
    return IN_VAIN;
  }

  private static <T> boolean isServedSoon(T waiter, Predicate<? super T> isServed, int pauses) {
    if (pauses > 0) {
      // Who goes on the very moment that it can takes the lock, and with it the lines of memory,
      // away from the other, and waits again after one step. Later there are several to be taken.
      for (int i = 0; i < pauses; i++) {
        Thread.onSpinWait();
      }
      return isServed.test(waiter);
    }
    for (int look = 0; look < LOOKS_PER_CLOCK; look++) {
      if (isServed.test(waiter)) {
        return true;
      }
      Thread.onSpinWait();
    }
    return false;
  }

  /** How long a {@link #look} takes at most. */
  int nanosToLook() {
    return credit > 0 ? nanos() : PATIENT_NANOS;
  }

  /** How long a {@link #spin} takes at most. */
  int nanos() {
    if (credit <= 0) {
      return PROBE_NANOS;
    }
    return patient ? PATIENT_NANOS : SOON_NANOS;
  }

  void succeeded(long nanos) {
    if (credit <= 0) {
      credit = FIRST_CREDIT;
      failedProbes = 0;
    } else if (nanos > SOON_NANOS && !patient) {
      spend(1);
    } else if (credit < MOST_CREDIT) {
      credit++;
    }
    if (patient) {
      patient = false;
    }
  }

  /**
   * A spin ended with the least that its thread could go on with, and not with what it would have
   * been woken for. That earns nothing: to go on so, spin by spin, takes more time than to park for
   * the rest. If it took long, it was no better than a failure.
   */
  void hadToMakeDo(long nanos) {
    if (credit <= 0 || nanos > SOON_NANOS) {
      failed();
    } else if (patient) {
      patient = false;
    }
  }

  void failed() {
    if (credit > 0) {
      spend(COST_OF_FAILURE);
      patient = credit >= FIRST_CREDIT;
    } else if (failedProbes < MOST_FAILED_PROBES) {
      failedProbes++;
    }
  }

  /** Never below zero, not even after a lost update: that would be {@link #NEVER}. */
  private void spend(int cost) {
    credit = (byte) Math.max(0, credit - cost);
  }
}
