package dev.millrace.internal;

import dev.millrace.internal.Arm.Readiness;

/**
 * The arms of a {@link RingSelect} that may still happen, and how it chooses one that is ready: by
 * looking at one after the other. What it finds ready stays so unless the ring is cut off, since
 * nobody else takes values away from its rings; and if it finds none, then none was ready at the
 * instant of the first look.
 */
abstract sealed class OpenArms {

  static final int NONE = -1;

  final RingArm[] arms;

  OpenArms(RingArm[] arms) {
    this.arms = arms;
  }

  static OpenArms of(RingArm[] arms, boolean fair) {
    return fair ? new Fair(arms) : new Prioritised(arms);
  }

  /** The number of an arm that is to happen, or to be refused; or {@link #NONE}. */
  abstract int choose();

  static boolean mayHappenNow(Readiness readiness) {
    return readiness == Readiness.READY || readiness == Readiness.REFUSED;
  }

  /**
   * The first that is ready in a random order is any of them with the same probability. Where most
   * are ready, one look is enough, however many there are.
   */
  private static final class Fair extends OpenArms {

    private final EvenChoice evenly = new EvenChoice();

    /** Numbers of arms: those that may happen come first, in any order. */
    private final int[] order;

    private int open;

    Fair(RingArm[] arms) {
      super(arms);
      order = new int[arms.length];
      for (int i = 0; i < order.length; i++) {
        order[i] = i;
      }
      open = order.length;
    }

    /** A shuffle by Fisher and Yates, only as far as it is needed. */
    @Override
    int choose() {
      int unseen = open;
      while (unseen > 0) {
        int place = evenly.below(unseen);
        int number = order[place];
        RingArm arm = arms[number];
        Readiness readiness = arm.enabled ? arm.readiness() : Readiness.OPEN;
        if (mayHappenNow(readiness)) {
          return number;
        }
        unseen--;
        order[place] = order[unseen];
        order[unseen] = number;
        if (readiness == Readiness.OVER) {
          open--;
          order[unseen] = order[open];
          order[open] = number;
        }
      }
      return NONE;
    }
  }

  /**
   * In order. When an arm is found ready, those before it are looked at again: the first look at
   * them was before the value was seen, and what was sent to them before that value must not be
   * overtaken by it. By the second look, which comes after the value was read with acquire, it is
   * there.
   */
  private static final class Prioritised extends OpenArms {

    Prioritised(RingArm[] arms) {
      super(arms);
    }

    @Override
    int choose() {
      int chosen = firstBelow(arms.length);
      for (int before = chosen; before > 0; ) {
        before = firstBelow(chosen);
        chosen = before == NONE ? chosen : before;
      }
      return chosen;
    }

    private int firstBelow(int bound) {
      for (int number = 0; number < bound; number++) {
        if (arms[number].enabled && mayHappenNow(arms[number].readiness())) {
          return number;
        }
      }
      return NONE;
    }
  }
}
