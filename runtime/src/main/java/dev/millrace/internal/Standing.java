package dev.millrace.internal;

import dev.millrace.annotation.Nullable;
import java.util.Arrays;

/**
 * How a select that stays registered waits again and again without a place in any queue, and so
 * without any lock. It <em>stands</em> at its channels: each knows the arm that stands there and
 * serves it as it serves who is first in its queue, but only while the select waits. To begin to
 * wait ({@link #await}) is then a step at one instant for all channels together.
 *
 * <p><b>Two steps.</b> The select announces that it is about to wait; reads the marks, and whether
 * it was disturbed; and if there is nothing, waits from the instant at which it confirms the
 * announcement by compare-and-set. Whoever makes an arm ready holds the channel's lock, sets the
 * mark, and only then looks whether the select has announced itself or waits; if so, it {@linkplain
 * #rouse has it look again}.
 *
 * <p><b>No wake-up is lost, and who waits has nothing ready.</b> All these are volatile actions and
 * have one order. If the select reads its marks before one is set, its announcement stands before
 * that mark, and is seen by who sets it: either the announcement is not confirmed any more, or the
 * wait has begun already and ends. A mark that was set before is read, since the selecting thread
 * alone clears marks, before it announces. So while a channel's lock is free, its arm is not ready
 * if the select waits; no value that is handed to it overtakes one that came before, be it in the
 * same channel or in one of a higher priority.
 *
 * <p><b>Nobody is overtaken.</b> A select stands only where it is alone: no other select is
 * registered there, and no receiver was queued or {@linkplain HandOver expected} anything, when it
 * came. Whoever then comes to queue, or must know of several channels at one instant that nobody
 * waits, {@linkplain #disturb disturbs} it first. If it waits, it gets its place in the queue,
 * before all who come. If not, it cannot begin by an announcement any more: it reads that it was
 * disturbed, or who disturbs it sees the announcement. It then begins anew with the locks of all
 * channels held.
 *
 * <p><b>No value goes to a wait for something else.</b> Who serves the select sees that it waits,
 * puts the value into the place of its arm, and claims it. In between that wait may end and the
 * next one begin, and get the value. That is as good: the same arms stand until all locks were held
 * again, and the selecting thread leaves a place alone for which it was not claimed.
 */
final class Standing {

  private final Arm[] arms;
  private final SelectWaiter waiter;
  private final MarkedArms marks;

  /** Whether it stands anywhere; the selecting thread's own. */
  private boolean stands;

  private volatile boolean disturbed;

  private Standing(Arm[] arms, SelectWaiter waiter, MarkedArms marks) {
    this.arms = arms;
    this.waiter = waiter;
    this.marks = marks;
  }

  /** For a select of these arms; null if it has some that must wait in queues. */
  static @Nullable Standing of(Arm[] arms, SelectWaiter waiter, MarkedArms marks) {
    // If two arms received from one channel, who comes there would have to choose between them.
    long receiving = Arrays.stream(arms).filter(Arm::receives).count();
    long channels =
        Arrays.stream(arms).filter(Arm::receives).map(arm -> arm.channel).distinct().count();
    return receiving == channels && Arrays.stream(arms).allMatch(Arm::canStand)
        ? new Standing(arms, waiter, marks)
        : null;
  }

  // For the selecting thread

  /**
   * With the locks of all channels held and nothing ready: begins to stand at all arms that may
   * happen later, and to wait there.
   *
   * @return false if it is not alone everywhere
   */
  boolean begin() {
    end();
    for (Arm arm : arms) {
      if (mayHappen(arm) && !arm.isAlone()) {
        return false;
      }
    }
    for (Arm arm : arms) {
      if (mayHappen(arm)) {
        arm.standing = this;
      }
    }
    disturbed = false;
    stands = true;
    waiter.begin();
    return true;
  }

  private static boolean mayHappen(Arm arm) {
    return arm.enabled && arm.readiness() == Arm.Readiness.OPEN;
  }

  /** With the locks of all channels held: stands nowhere any more. */
  void end() {
    lapse();
    for (Arm arm : arms) {
      arm.standing = null;
    }
  }

  /** Between selects: the next wait begins with all locks, since other arms take part. */
  void lapse() {
    stands = false;
  }

  /** Whether a wait may begin without the locks. */
  boolean lasts() {
    return stands && !disturbed;
  }

  /**
   * Begins to wait without the locks.
   *
   * @return false if the select must look again and does not wait
   */
  boolean await() {
    waiter.announce();
    if (disturbed || marks.isAnyMarked()) {
      waiter.retract();
      return false;
    }
    return waiter.confirm();
  }

  /**
   * After a wait: sees to it that no channel holds on to a place of the select.
   *
   * @return false if it was no wait of this kind
   */
  boolean leave() {
    if (!stands) {
      return false;
    }
    if (disturbed) {
      lapse();
      for (Arm arm : arms) {
        arm.leaveQueueOfReceivers();
      }
    }
    return true;
  }

  // For the holder of the lock of a channel where it stands

  /**
   * Has the select look for itself: this arm has become ready and was marked.
   *
   * @return who is to be woken outside the lock, if anybody
   */
  @Nullable
  Waiter rouse(Arm arm) {
    if (!arm.receives()) {
      // The end may be told elsewhere. Then nothing comes here any more, and no mark says so.
      disturbed = true;
    }
    return waiter.rouse() ? waiter : null;
  }

  /**
   * From now on the select does not begin to wait without the locks.
   *
   * @return whether it waits at present, and goes on waiting
   */
  boolean disturb() {
    disturbed = true;
    // An announcement made before it could read this. Nobody relies on it yet: it just looks again.
    waiter.refute();
    return waiter.isWaiting();
  }
}
