package dev.millrace.internal;

import dev.millrace.annotation.Nullable;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;

/** How those wait who come to a channel: whether they breathe, spin, pause, or park at once. */
abstract sealed class Pacing extends SequenceLock permits RegisteredArms {

  /** A buffer of so many values keeps one side busy while the other pauses. */
  private static final int BUSY = 8;

  private static final int FEWEST_PAUSES = 8;

  /**
   * Pauses do not get longer with buffers that are, so that they take a few microseconds at most.
   */
  private static final int MOST_PLACES = 128;

  /**
   * As long as a dozen operations take. With a buffer between the two sides each can run ahead for
   * so long while the other leaves it the lock. (Where a line takes 200 ns to the other core and
   * back, a value through 512 places took two fifths more time with the shortest pauses.) Without
   * one, or with a small one, they wait for each other anyway, and a pause is time lost for both.
   */
  private static final byte PAUSES_TO_RUN_AHEAD = 32;

  /** After a receiver has found a value, so many pause that wait. */
  static final byte MOST_FLOW = 8;

  /**
   * A select takes so many times as long for a value as a receiver does. (Measured with 16 places
   * and two arms: with a quarter as many pauses a value took a third more time.)
   */
  private static final int SLOWNESS_OF_SELECTS = 4;

  /** A select of so many channels leaves a sender time to run others, and to be woken. */
  private static final int MANY_SOURCES = 5;

  // Guarded by the lock and, as they are written with it, in its line: the bytes of this
  // class, the first below the lock's, fill the gap before the lock's numbers, and the references
  // follow them.

  /**
   * Above zero if receivers have found values lately without having waited for each. Then senders
   * run ahead, and a receiver that pauses finds several values, where one on their heels has each
   * handed over to it; if not, they may wait for an answer to each.
   */
  private byte flow;

  /**
   * From how many channels the select receives that took a value last, as far as that matters; 0 if
   * a receiver has waited since.
   */
  private byte sourcesOfTaker;

  /** See {@link #firstPause()}. Who asks has just looked at the lock, and so has this line. */
  private byte firstPause = SHORTEST_PAUSE;

  /**
   * Whom the holder of the lock has served who waits in the queue, and must wake after letting go
   * of it; the flavours that may serve many at once have lists.
   */
  @Nullable Waiter served;

  // Made by the first wait that has a use for them, with the lock held: of very many channels, most
  // are waited in so seldom that they never have one.

  @Nullable Breath breath;
  @Nullable SpinBudget spinBudget;

  /** See {@link dev.millrace.ChannelEnd#capacity}. */
  public abstract int capacity();

  /**
   * Without the lock, and so only roughly: how many steps a thread that has waited here could take
   * now without waiting again.
   */
  abstract int stepsAhead(boolean sends);

  /** To be called by the constructor of a flavour that has a buffer. */
  final void hasPlaces(int capacity) {
    if (capacity >= BUSY) {
      firstPause = PAUSES_TO_RUN_AHEAD;
    }
  }

  @Override
  final int firstPause() {
    return firstPause;
  }

  /** With the lock held, by a receiver that has found a value. */
  final void flows() {
    if (flow < MOST_FLOW) {
      flow = MOST_FLOW;
    }
  }

  /** With the lock held, by a select of so many channels that takes a value; a receiver has 0. */
  final void isTakenFromBy(int sources) {
    // Written only if it changes, as it seldom does.
    byte now = (byte) Math.min(sources, MANY_SOURCES);
    if (sourcesOfTaker != now) {
      sourcesOfTaker = now;
    }
  }

  /** With the lock held, by a receiver that is about to wait. */
  final SoloWaiter.Manner mannerOfReceiver() {
    isTakenFromBy(0);
    SoloWaiter.Manner manner = manner(!looksAwaited(), isReceiverUrgent());
    if (flow > 0) {
      flow--;
    }
    return manner;
  }

  /**
   * With the lock held, by a sender that is about to wait.
   *
   * <p>A select of many channels comes seldom, and meanwhile the senders of its other channels have
   * to run: if each of them parks, the select finds whole buffers; if one spins instead, the select
   * has the lock of that one to share, value by value, and the others stand still.
   *
   * @param first as of {@link #manner}
   */
  final SoloWaiter.Manner mannerOfSender(boolean first) {
    if (sourcesOfTaker == 0) {
      return manner(first, false);
    }
    boolean soon = sourcesOfTaker < MANY_SOURCES || capacity() < BUSY;
    SoloWaiter.Manner manner = manner(first && soon, false);
    return manner == SoloWaiter.Manner.PAUSES ? SoloWaiter.Manner.PAUSES_LONGER : manner;
  }

  /** With the lock held. */
  final boolean isReceiverUrgent() {
    return flow == 0;
  }

  /**
   * How the current thread waits, which is about to, and holds the lock.
   *
   * @param first whether nobody waits before it, so that it may be served soon
   * @param urgent whether the other side may have nothing to do until this thread goes on, unless
   *     there is a buffer
   */
  final SoloWaiter.Manner manner(boolean first, boolean urgent) {
    int random = ThreadLocalRandom.current().nextInt();
    if (isToBreathe(random)) {
      if (spinBudget != null) {
        spinBudget.bePatient();
      }
      return SoloWaiter.Manner.BREATHES;
    }
    if (!first || !isToSpin(random)) {
      return SoloWaiter.Manner.PARKS;
    }
    return mannerOfSpinning(urgent);
  }

  /** As of {@link #manner}. */
  final SoloWaiter.Manner mannerOfSpinning(boolean urgent) {
    return urgent || capacity() < BUSY ? SoloWaiter.Manner.SPINS : SoloWaiter.Manner.PAUSES;
  }

  private boolean isToBreathe(int random) {
    if (breath == null) {
      if (!Breath.looksAtClock(random)) {
        return false;
      }
      breath = new Breath();
    }
    return breath.isDue(random);
  }

  /** To be called without the lock by who {@linkplain #manner is} to. */
  final void takeBreath(Waiter waiter) {
    Objects.requireNonNull(breath).take(waiter);
  }

  private boolean isToSpin(int random) {
    if (spinBudget == null) {
      if (!SpinBudget.beginsWithProbe(random)) {
        return false;
      }
      spinBudget = new SpinBudget();
      return true;
    }
    return spinBudget.isToSpin(random);
  }

  /**
   * How often who waits in this manner pauses before each look: not at all or, if it has time, for
   * as long as the other side takes for a good part of the buffer. If it comes back earlier, the
   * two take the lock away from each other with every value; if it comes back later, the other side
   * has to wait. The dearer a line is that goes to the other core, the more there is to be won.
   * (Measured with 16 places, where that takes 200 ns: a third as many pauses took a third more
   * time, and twice as many made no difference. Where it takes 63 ns, a third as many were best.)
   */
  final int pauses(SoloWaiter.Manner manner) {
    if (manner == SoloWaiter.Manner.PAUSES) {
      return pauses(Math.min(capacity(), MOST_PLACES));
    }
    return manner == SoloWaiter.Manner.PAUSES_LONGER
        ? pauses(Math.min(SLOWNESS_OF_SELECTS * Math.min(capacity(), MOST_PLACES), MOST_PLACES))
        : 0;
  }

  private static int pauses(int places) {
    return FEWEST_PAUSES + places * 3 / 2;
  }

  /**
   * Spins, without the lock, until the waiter is served or it seems not worth it any more.
   *
   * @param isServed a constant, so that a spin allocates nothing
   * @param deadline the {@link System#nanoTime} to give up at, or {@link Waiter#FOREVER}
   */
  final <T> void spin(
      T waiter,
      Predicate<? super T> isServed,
      boolean sends,
      SoloWaiter.Manner manner,
      long deadline) {
    SpinBudget budget = Objects.requireNonNull(spinBudget);
    long nanos = budget.look(waiter, isServed, pauses(manner), deadline);
    if (nanos != SpinBudget.IN_VAIN) {
      succeeded(budget, sends, manner, nanos);
    }
  }

  /** Tells a budget, without the lock, of a spin that after so long was served by this channel. */
  final void succeeded(SpinBudget budget, boolean sends, SoloWaiter.Manner manner, long nanos) {
    if (manner != SoloWaiter.Manner.SPINS && nanos > SpinBudget.SOON_NANOS) {
      // Beside a fast partner that is the price of hundreds of steps. Beside a slow one it is that
      // of one or two, for which to park is cheaper.
      budget.succeeded(nanos / Math.max(1, stepsAhead(sends)));
    } else {
      budget.succeeded(nanos);
    }
  }
}
