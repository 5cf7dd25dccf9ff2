package dev.millrace.internal;

/**
 * How a select that is not registered anywhere takes what is there already: it looks at its arms
 * without their locks, and takes the lock of one that looks ready, where Go takes all.
 *
 * <p><b>Fair.</b> It looks in a random order and takes the first arm that is ready. Ready at that
 * instant is all that a choice must be; and the first of the ready ones in a random order is each
 * of them with the same probability. The order is made while it looks, so if most arms are ready
 * the others cost nothing.
 *
 * <p><b>Prioritised.</b> It takes the first arm that looks ready, but only if none before it was
 * ready at the same instant: that is an instant at which the lock of its own arm was held already,
 * and no channel of those before had changed since it was looked at. If it cannot tell, it takes
 * nothing.
 *
 * <p>So what it takes is as good as if all locks had been held. What it does not find may be there.
 */
final class FirstLook {

  private final Arm[] arms;
  private final boolean fair;
  private final EvenChoice evenly;

  /** All arms in some order, from which every order is made in the same way. */
  private final Arm[] shuffled;

  /** Of the arms before the one that looks ready: the stamps of their channels. */
  private final long[] stamps;

  FirstLook(Arm[] arms, boolean fair, EvenChoice evenly) {
    this.arms = arms;
    this.fair = fair;
    this.evenly = evenly;
    this.shuffled = arms.clone();
    this.stamps = new long[arms.length];
  }

  /**
   * Makes one arm happen if it finds one.
   *
   * @return its number, or {@link ChannelSelect#NOTHING}
   */
  int take() {
    return fair ? takeAny() : takeFirst();
  }

  private int takeAny() {
    for (int left = shuffled.length; left > 0; left--) {
      Arm arm = drawFrom(left);
      if (arm.enabled && !arm.looksUnready() && attempt(arm)) {
        return arm.place.arm;
      }
    }
    return ChannelSelect.NOTHING;
  }

  /** A step of the shuffle by Fisher and Yates: one of so many is next, and is put behind them. */
  private Arm drawFrom(int left) {
    int chosen = evenly.below(left);
    Arm arm = shuffled[chosen];
    shuffled[chosen] = shuffled[left - 1];
    shuffled[left - 1] = arm;
    return arm;
  }

  private static boolean attempt(Arm arm) {
    arm.channel.lock();
    try {
      return arm.attempt();
    } finally {
      arm.channel.unlockAndWake();
    }
  }

  private int takeFirst() {
    for (int i = 0; i < arms.length; i++) {
      Arm arm = arms[i];
      if (arm.enabled) {
        stamps[i] = arm.channel.lookStamp();
        if (!arm.looksUnready()) {
          return attemptAsFirst(i) ? i : ChannelSelect.NOTHING;
        }
      }
    }
    return ChannelSelect.NOTHING;
  }

  private boolean attemptAsFirst(int chosen) {
    Arm arm = arms[chosen];
    arm.channel.lock();
    try {
      // First of all whether it is ready: it must be so while the others are not, and by time, or
      // by a select that begins to wait, it may become so under the lock.
      return arm.isReady() && isNoneReadyBefore(chosen) && arm.attempt();
    } finally {
      arm.channel.unlockAndWake();
    }
  }

  /** With the lock of the chosen arm held, and that arm ready. */
  private boolean isNoneReadyBefore(int chosen) {
    Flavour<?> locked = arms[chosen].channel.lockOwner();
    for (int i = 0; i < chosen; i++) {
      Arm arm = arms[i];
      if (arm.enabled) {
        // No stamp vouches for a channel whose lock the looker holds.
        boolean unready =
            arm.channel.lockOwner() == locked
                ? !arm.isReady()
                : staysUnready(arm) && arm.channel.unchanged(stamps[i]);
        if (!unready) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * For an arm that looked unready. By time, or by the end of a contribution, it may have become
   * ready without a change of its channel; but not the other way round. So if it is not ready now,
   * and its channel turns out not to have changed, it was not ready when the lock was taken.
   */
  private static boolean staysUnready(Arm arm) {
    return !arm.isSilent() || arm.looksUnready();
  }
}
