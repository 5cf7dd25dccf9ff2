package dev.millrace.internal;

import dev.millrace.annotation.Nullable;
import java.util.function.Predicate;

/**
 * How a select that has found nothing looks on for a moment, where two threads can run at once, as
 * a receiver does that spins: for a thread that is about to send it is a park and a wake-up less,
 * and for the select the locks of all channels, twice.
 *
 * <p><b>Exact.</b> Meanwhile the select does not wait: it has a place in no queue, and has
 * announced nothing. It is as if it had been called so much later. What it sees is a hint, which it
 * checks as after any other look; and it looks on once in each call only, so that values that
 * others take away from it cannot keep it from its place in the queues.
 *
 * <p><b>Whom it spins for.</b> Most likely the next to serve it is who did last: of several senders
 * more than there are carriers for, one runs and the others wait to. So the select shares the
 * {@link SpinBudget} of the channel where it was served last, as the receivers of that channel do:
 * one that spins alone would wait for one that has to be woken. Where it would not be served now,
 * there is nobody to spin for.
 *
 * <p><b>What pays.</b> A hint that proves false is no success, however soon it came: the select has
 * spun, and waits all the same.
 */
final class SpinningLook {

  /** A constant, so that a spin allocates nothing. */
  private static final Predicate<SpinningLook> SEES_SOMETHING = SpinningLook::seesSomething;

  /** A look at so many arms takes longer than one at the clock. */
  private static final int MANY_ARMS = 9;

  private final Arm[] arms;
  private final @Nullable MarkedArms marked;

  /** The arm that happened last; null before there was one. */
  private @Nullable Arm last;

  /** As that of a channel, but whichever arms the values came by: see {@link Flavour}. */
  private int flow;

  /** Whether the present call has looked on, or had no reason to. */
  private boolean looked;

  // Of a look that has seen something which is still to be checked

  /** What it is to be booked in; null if there is no such look. */
  private @Nullable SpinBudget unchecked;

  private SoloWaiter.Manner manner = SoloWaiter.Manner.SPINS;
  private long nanos;

  SpinningLook(Arm[] arms, @Nullable MarkedArms marked) {
    this.arms = arms;
    this.marked = marked;
  }

  /** The select is called. */
  void begin() {
    looked = false;
    unchecked = null;
  }

  /** An arm has happened, be it after a wait. */
  void happened(Arm arm) {
    last = arm;
  }

  /** The select has found what it could take, at once or after a look. */
  void found(Arm arm) {
    if (!looked) {
      flow = Flavour.MOST_FLOW;
    } else if (unchecked != null) {
      arm.channel.succeeded(unchecked, arm instanceof SendArm, manner, nanos);
    }
  }

  /** The select waits. If it has seen something, that was in vain. */
  void waits() {
    if (unchecked != null) {
      unchecked.failed();
      unchecked = null;
    }
  }

  /**
   * For a select that has found nothing and is about to wait. Looks on, if that has paid lately,
   * until an arm seems to be ready or it takes too long.
   *
   * @return whether one seems to be ready
   */
  boolean seesSomethingSoon(SelectWaiter waiter, long deadline) {
    if (unchecked != null) {
      // Not yet a failure: with all locks held it may turn out to have been right.
      return false;
    }
    Arm next = looked || last == null || !last.mayBeNext() ? null : last;
    // Without the lock: it is there as soon as anybody has had a use for it, and as racy as ever.
    SpinBudget budget = next == null ? null : next.channel.spinBudget;
    boolean urgent = flow == 0;
    if (!looked) {
      looked = true;
      flow = Math.max(0, flow - 1);
    }
    // Asked in any case: the wait may be a breath, even of a select that was never served.
    if (!waiter.isToSpin(budget) || next == null || budget == null) {
      return false;
    }
    manner = next.channel.mannerOfSpinning(urgent);
    nanos = budget.look(this, SEES_SOMETHING, pauses(next.channel), deadline);
    if (nanos == SpinBudget.IN_VAIN) {
      return false;
    }
    unchecked = budget;
    return true;
  }

  /** One at least if there are many arms: then the clock is looked at after each look at them. */
  private int pauses(Flavour<?> channel) {
    int pauses = channel.pauses(manner);
    return arms.length < MANY_ARMS ? pauses : Math.max(1, pauses);
  }

  /** Open to tests. */
  boolean seesSomething() {
    if (marked != null) {
      return marked.seesSomething();
    }
    for (Arm arm : arms) {
      if (arm.enabled && arm.seemsReady()) {
        return true;
      }
    }
    return false;
  }
}
