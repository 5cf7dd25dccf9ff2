package dev.millrace.internal;

import java.util.Arrays;

/**
 * All arms of a select, looked at together, so that what is found was so at one instant: its
 * methods are to be called with the locks of all channels held.
 */
final class AllArms {

  private final Arm[] arms;
  private final ChannelLocks locks;

  /** Scratch: the arms that may happen now or later, and those of them that may now. */
  private final Candidates open;

  private final Candidates ready;

  AllArms(Arm[] arms, boolean fair, EvenChoice evenly) {
    this.arms = arms;
    this.locks = new ChannelLocks(Arrays.stream(arms).map(arm -> arm.channel).toList());
    this.open = new Candidates(arms.length, fair, evenly);
    this.ready = new Candidates(arms.length, fair, evenly);
  }

  /** Takes the locks. */
  void lock() {
    locks.lock();
  }

  /** Lets go of them, and then wakes whom the steps served. */
  void unlockAndWake() {
    locks.unlockAndWake();
  }

  /** Whether no arm can ever happen again, whether or not it takes part. */
  boolean isOver() {
    for (Arm arm : arms) {
      if (arm.readiness() != Arm.Readiness.OVER) {
        return false;
      }
    }
    return true;
  }

  /**
   * Makes one arm happen that takes part.
   *
   * @return its number, or why none did: {@link ChannelSelect#NOTHING}, {@link
   *     ChannelSelect#ALL_OVER} or {@link ChannelSelect#ALL_DISABLED}
   */
  int takeReady() {
    open.clear();
    ready.clear();
    int otherwise = ChannelSelect.ALL_OVER;
    for (int i = 0; i < arms.length; i++) {
      Arm.Readiness readiness = arms[i].readiness();
      if (readiness == Arm.Readiness.OVER) {
        continue;
      }
      if (!arms[i].enabled) {
        if (readiness == Arm.Readiness.REFUSED) {
          continue;
        }
        otherwise = otherwise == ChannelSelect.ALL_OVER ? ChannelSelect.ALL_DISABLED : otherwise;
        continue;
      }
      otherwise = ChannelSelect.NOTHING;
      open.add(i);
      if (readiness != Arm.Readiness.OPEN) {
        ready.add(i);
      }
    }
    while (ready.choose()) {
      int arm = ready.chosen();
      if (arms[arm].attempt()) {
        return arm;
      }
      // The only one who waited there was served through another channel meanwhile.
      ready.drop();
    }
    return otherwise;
  }

  /** Begins to wait for all that {@link #takeReady} has just found may happen later. */
  void takePlaces(SelectWaiter waiter) {
    waiter.begin();
    // Who comes makes all arms on that side of its channel ready at once, and serves the one that
    // stands first in the queue; so the choice among them is made here.
    while (open.choose()) {
      arms[open.chosen()].enqueue();
      open.drop();
    }
  }

  /**
   * Begins to wait for the end of the channels that guards keep out, there being no arm to wait
   * for; or says why it need not, as {@link #takeReady} does.
   *
   * @param atMost whether it waits for a time only, after which the guards may say otherwise
   */
  int watchEnds(SelectWaiter waiter, boolean atMost) {
    int outcome = ChannelSelect.ALL_OVER;
    for (Arm arm : arms) {
      if (arm.enabled || arm.readiness() == Arm.Readiness.OVER) {
        continue;
      }
      // An end that its guard refuses is no end to wait for: it has come. But next time the guard
      // may let it in.
      if (!atMost && arm.channel.ended()) {
        continue;
      }
      if (!atMost && arm.channel.canPull() && arm.channel.keepsWhatCanBePulled()) {
        return ChannelSelect.ALL_DISABLED;
      }
      outcome = ChannelSelect.NOTHING;
    }
    if (outcome == ChannelSelect.NOTHING) {
      waiter.begin();
      for (Arm arm : arms) {
        if (!arm.enabled && !arm.channel.ended()) {
          arm.watchEnd();
        }
      }
    }
    return outcome;
  }
}
