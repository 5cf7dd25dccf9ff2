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

  /** An arm takes part that did not: nothing may be chosen by a look at which it was left out. */
  void letIn() {}

  static boolean mayHappenNow(Readiness readiness) {
    return readiness == Readiness.READY || readiness == Readiness.REFUSED;
  }

  /**
   * Any of those that are ready, with the same probability.
   *
   * <p>Where few are, as when senders take turns on few carriers, it would have to look at most
   * arms for each value, and each look may fetch a cache line from another core. So of more than
   * two arms it looks at all at once, and what it has found is good for a few values: it chooses
   * evenly among those that were ready then and still are. An arm that becomes ready meanwhile is
   * as if it had become so a few values later. (Of 8 and of 32 arms a value took a third less time
   * so; of two it does not pay.)
   */
  private static final class Fair extends OpenArms {

    /** Half of a small buffer, so that a sender can run before all of it is gone. */
    private static final int VALUES_PER_LOOK = 8;

    private static final int FEW = 2;

    private final EvenChoice evenly = new EvenChoice();

    /**
     * Numbers of arms: first those that the last look found ready, then the others that may happen,
     * then those that are over.
     */
    private final int[] order;

    private int ready;
    private int open;

    /** For how many values more the last look is good. */
    private int left;

    Fair(RingArm[] arms) {
      super(arms);
      order = new int[arms.length];
      for (int i = 0; i < order.length; i++) {
        order[i] = i;
      }
      open = order.length;
    }

    @Override
    int choose() {
      if (left > 0) {
        left--;
        int chosen = chooseAmongReady();
        if (chosen != NONE) {
          return chosen;
        }
      }
      while (true) {
        lookAtAll();
        left = open > FEW ? VALUES_PER_LOOK - 1 : 0;
        if (ready == 0) {
          return NONE;
        }
        int chosen = chooseAmongReady();
        if (chosen != NONE) {
          return chosen;
        }
        // All that were ready have been cut off since, which happens to each but once.
      }
    }

    @Override
    void letIn() {
      left = 0;
    }

    private int chooseAmongReady() {
      while (ready > 0) {
        int place = evenly.below(ready);
        int number = order[place];
        if (mayHappenNow(readiness(number))) {
          return number;
        }
        ready--;
        swap(place, ready);
      }
      return NONE;
    }

    private void lookAtAll() {
      ready = 0;
      for (int place = 0; place < open; ) {
        Readiness readiness = readiness(order[place]);
        if (readiness == Readiness.OVER) {
          open--;
          swap(place, open);
          continue;
        }
        if (mayHappenNow(readiness)) {
          swap(place, ready);
          ready++;
        }
        place++;
      }
    }

    private Readiness readiness(int number) {
      return arms[number].enabled ? arms[number].readiness() : Readiness.OPEN;
    }

    private void swap(int place, int other) {
      int number = order[place];
      order[place] = order[other];
      order[other] = number;
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
