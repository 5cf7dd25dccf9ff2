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
 * one that spins alone would wait for one that has to be woken.
 */
final class SpinningLook {

  /** A constant, so that a spin allocates nothing. */
  private static final Predicate<SpinningLook> SEES_SOMETHING = SpinningLook::seesSomething;

  private final Arm[] arms;
  private final @Nullable MarkedArms marked;

  /** The channel of the arm that happened last; null before there was one. */
  private @Nullable Flavour<?> last;

  /** As that of a channel, but whichever arms the values came by: see {@link Flavour}. */
  private int flow;

  SpinningLook(Arm[] arms, @Nullable MarkedArms marked) {
    this.arms = arms;
    this.marked = marked;
  }

  /** An arm of this channel has happened. */
  void happenedBy(Flavour<?> channel) {
    last = channel;
  }

  /** An arm has happened without a wait. */
  void flows() {
    flow = Flavour.MOST_FLOW;
  }

  /**
   * Looks on, if that has paid lately, until an arm seems to be ready or it takes too long.
   *
   * @return false if it did not even begin
   */
  boolean lookOn(SelectWaiter waiter, long deadline) {
    boolean urgent = flow == 0;
    flow = Math.max(0, flow - 1);
    Flavour<?> channel = last;
    // Without the lock: it is there as soon as anybody has had a use for it, and as racy as ever.
    SpinBudget budget = channel == null ? null : channel.spinBudget;
    if (channel == null || !waiter.isToSpin(budget) || budget == null) {
      return false;
    }
    int pauses = channel.pauses(channel.mannerOfSpinning(urgent));
    long nanos = budget.look(this, SEES_SOMETHING, pauses, deadline);
    if (nanos != SpinBudget.IN_VAIN) {
      budget.succeeded(nanos);
    }
    return true;
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
