package dev.millrace.internal;

import java.util.Arrays;

/**
 * The arms of a select that stays registered on its channels. Whoever makes an arm ready marks it,
 * so that the select looks only where something is to be had: epoll instead of poll.
 *
 * <p><b>The invariant.</b> While a channel's lock is free, each of its registered arms that is
 * ready is marked. For an arm becomes ready only by a step of a holder of that lock, who
 * {@linkplain Flavour#markReady marks} it before the lock is free and before anybody is told of the
 * step; and only the selecting thread clears a mark, under the same lock, having seen that the arm
 * is not ready. The converse does not hold: a mark is a hint, and is checked again under the lock.
 *
 * <p><b>No mark, nothing ready.</b> Between two clearings marks only come. So if one pass over them
 * finds none, there was none at the instant of its first read. An arm could be ready at that
 * instant only by a step in progress whose holder had not marked it yet. Nobody has been told of
 * that step, which therefore takes effect after that instant. So without any lock {@link #take}
 * finds nothing only if nothing was ready at one instant. (A contribution ends without its
 * channel's lock. So the select itself asks, before each pass; an end is for good, so what has not
 * ended then had not ended at the instant of that question either. A timer becomes ready by time
 * alone and may cease to be, so with a timer among its arms {@link #isExact} is false.)
 *
 * <p><b>Priority.</b> With the lock of the chosen arm held, and the arm ready, the marks are read
 * again: if there is none before its own, then at this instant no arm before it was ready. The
 * first look alone would not do: its mark may have been an old one, and the value that it finds
 * younger than one that came to an arm before it meanwhile.
 *
 * <p><b>Fairness.</b> Choosing evenly among the marked arms, and again among the others if the
 * chosen one was not ready, chooses evenly among those that are ready.
 */
final class MarkedArms {

  private final Arm[] arms;
  private final boolean fair;
  private final EvenChoice evenly;
  private final ReadySet ready;

  /** Those that can become ready without anybody marking them. */
  private final Arm[] silent;

  /** Whether no mark means that nothing is ready. */
  private final boolean exact;

  MarkedArms(Arm[] arms, boolean fair, EvenChoice evenly) {
    this.arms = arms;
    this.fair = fair;
    this.evenly = evenly;
    this.ready = new ReadySet(arms.length);
    this.silent = Arrays.stream(arms).filter(Arm::isSilent).toArray(Arm[]::new);
    this.exact = Arrays.stream(arms).allMatch(arm -> arm.channel.marksArms());
    for (Arm arm : arms) {
      arm.register(ready);
    }
  }

  /** Lets an arm take part or not. */
  void enable(int arm, boolean enabled) {
    ready.enable(arm, enabled);
  }

  /**
   * Makes one of the arms happen that are ready.
   *
   * @return its number, or {@link ChannelSelect#NOTHING}
   */
  int take() {
    int arm = choose();
    while (arm != ReadySet.NONE && !take(arms[arm])) {
      arm = choose();
    }
    return arm == ReadySet.NONE ? ChannelSelect.NOTHING : arm;
  }

  /** Whether {@link #take} finds nothing only if nothing was ready at one instant. */
  boolean isExact() {
    return exact;
  }

  /**
   * Without changing anything: whether nothing was ready at one instant. False if that cannot be
   * told.
   */
  boolean findsNothing() {
    // Another thread may be selecting meanwhile, and clear a mark. If all marks are read at once,
    // none of them was there at that instant. In two reads one arm may become ready behind the
    // looker, and then another cease to be so before it.
    return exact && silent.length == 0 && ready.isReadAtOnce() && !isAnyMarked();
  }

  /** Whether there is a mark to look at. */
  boolean isAnyMarked() {
    return ready.first() != ReadySet.NONE;
  }

  /** Whether an attempt is worth it. To be asked again and again. */
  boolean seesSomething() {
    if (isAnyMarked()) {
      return true;
    }
    for (Arm arm : silent) {
      // Not by a mark: a silent arm gets one for every step that others take in its channel.
      if (arm.enabled && arm.seemsReady()) {
        return true;
      }
    }
    return false;
  }

  /** Leaves the channels. */
  void deregister() {
    for (Arm arm : arms) {
      arm.deregister();
    }
  }

  private int choose() {
    markSilentArms();
    return fair ? ready.any(evenly) : ready.first();
  }

  private boolean take(Arm arm) {
    arm.channel.lock();
    try {
      if (!fair && arm.isReady() && isAnotherFirst(arm)) {
        return false;
      }
      // Ready and yet not possible: who waited there was served through another channel meanwhile.
      boolean happened = arm.isReady() && arm.attempt();
      if (!arm.isReady()) {
        arm.unmark();
      }
      return happened;
    } finally {
      arm.channel.unlockAndWake();
    }
  }

  /** With the lock of this arm held, which is ready. */
  private boolean isAnotherFirst(Arm arm) {
    for (Arm other : silent) {
      if (other.enabled && mayBeReadySilently(other, arm.channel.lockOwner())) {
        other.mark();
      }
    }
    return ready.first() < arm.place.arm;
  }

  private static boolean mayBeReadySilently(Arm arm, Flavour<?> locked) {
    // A look without the lock vouches for nothing while it is held, be it by the looker. It would
    // mark what is not ready, each time anew, and the arm behind it would never come to its turn.
    return arm.channel.lockOwner() == locked ? arm.isReady() : arm.mayBeReadySilently();
  }

  private void markSilentArms() {
    for (Arm arm : silent) {
      if (arm.enabled && arm.mayBeReadySilently()) {
        arm.mark();
      }
    }
  }
}
