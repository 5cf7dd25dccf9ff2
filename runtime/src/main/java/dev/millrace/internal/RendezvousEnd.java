package dev.millrace.internal;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * One end of a {@link OneToOneRendezvous}, and how it waits to be met.
 *
 * <p>Why no wake-up is lost: this end announces that it parks and then looks whether it was met, or
 * the channel closed; the other one meets it, or closes, and then looks whether it has announced.
 * All four steps are volatile, so in the one order of all of them the second look of at least one
 * comes after the step of the other.
 */
final class RendezvousEnd extends OneToOneEnd {

  /** A constant, so that nothing is left to be linked, which may fail, when somebody waits. */
  private static final Predicate<RendezvousEnd> IS_MET = RendezvousEnd::isMet;

  private final OneToOneRendezvous<?> channel;
  private final MeetingPoint point;
  private final SpinBudget spinning;

  RendezvousEnd(
      OneToOneRendezvous<?> channel, boolean sends, MeetingPoint point, SpinBudget spinning) {
    super(channel, sends);
    this.channel = channel;
    this.point = point;
    this.spinning = spinning;
  }

  /** Having met the other end: wakes it if it has parked. */
  void hasMet(RendezvousEnd other) {
    woke = other.hasAnnounced();
    if (woke) {
      other.wake();
    }
    passed();
  }

  private void passed() {
    long next = index + 1;
    advance(next);
    if (breath.isDue((int) next)) {
      // Only before the next value: an error in the breath must not cost this one, or look as if
      // it was not sent. Told now, the other end, which goes on, is patient when it waits next.
      breathes = true;
      beforeBreath();
    }
  }

  /** To be called before anything is transferred. */
  void breatheIfToldTo() {
    if (breathes) {
      breathes = false;
      breath.take(this);
    }
  }

  /**
   * Waits to be met, having entered.
   *
   * @param token what stands for this end
   * @return whether it was; if not, the deadline has passed or the channel is closed
   * @throws InterruptedException if interrupted; it was not met then
   */
  boolean await(Object token, long deadline) throws InterruptedException {
    return await(token, IS_MET, deadline);
  }

  /** As above; open to tests, in which to look may fail. */
  boolean await(Object token, Predicate<? super RendezvousEnd> isMet, long deadline)
      throws InterruptedException {
    try {
      boolean met = spin(isMet, deadline) || parkUntilMet(token, deadline);
      if (met) {
        passed();
      }
      return met;
    } catch (Error failed) {
      // As when there is no memory for a timer: nobody may meet who does not wait any more.
      if (point.leave(token)) {
        throw failed;
      }
      // Too late, the two have met, and that stands: were the error thrown, a value that was given
      // would be lost, and one that was taken would come of a send that has failed. It is not
      // counted here, which could fail in turn: the other end has done so.
      return true;
    }
  }

  private boolean parkUntilMet(Object token, long deadline) throws InterruptedException {
    waits++;
    thread = Thread.currentThread();
    try {
      return park(token, deadline);
    } finally {
      announced = false;
    }
  }

  private boolean park(Object token, long deadline) throws InterruptedException {
    while (true) {
      // Anew each time: who wakes it takes that back, and may have come late from an earlier wait.
      announced = true;
      if (!point.holds(token)) {
        return true;
      }
      if (channel.isClosed()) {
        return !point.leave(token);
      }
      if (Thread.currentThread().isInterrupted()) {
        // Both before: an error after this end has left would look as if the two had met.
        InterruptedException interrupted = new InterruptedException();
        boolean unused = Thread.interrupted();
        if (point.leave(token)) {
          throw interrupted;
        }
        // Too late, the two have met: the interrupt is left to the caller.
        Thread.currentThread().interrupt();
        return true;
      }
      if (deadline == Waiter.FOREVER) {
        LockSupport.park(this);
      } else {
        long remaining = deadline - System.nanoTime();
        if (remaining <= 0) {
          return !point.leave(token);
        }
        LockSupport.parkNanos(this, remaining);
      }
    }
  }

  private boolean spin(Predicate<? super RendezvousEnd> isMet, long deadline) {
    if (woke) {
      // The other end must be stolen by another carrier before both run again.
      woke = false;
      spinning.bePatient();
    }
    if (!spinning.isToSpin(ThreadLocalRandom.current().nextInt())) {
      return false;
    }
    spinning.spin(this, isMet, 0, deadline);
    return isMet();
  }

  @Override
  void beforeBreath() {
    spinning.bePatient();
  }

  private boolean isMet() {
    return !point.isPresent(sends);
  }

  @Override
  public boolean isWaiting() {
    return hasAnnounced() && point.isPresent(sends) && !channel.isClosed();
  }
}
