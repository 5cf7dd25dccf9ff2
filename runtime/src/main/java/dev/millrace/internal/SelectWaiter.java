package dev.millrace.internal;

import dev.millrace.annotation.Nullable;
import java.util.concurrent.ThreadLocalRandom;

/** A thread that waits in several places at once. */
final class SelectWaiter extends Waiter {

  /** Open to tests. */
  Breath breath = new Breath();

  private int waits;

  /** Whether the next wait is a breath. */
  private boolean breathes;

  /**
   * Whether the current thread, which has found nothing to do, is to spin before it waits; to be
   * asked before each wait. If not, that wait may be a breath: so one that always finds something
   * while it spins takes some, too.
   *
   * @param budget null if there is nobody to spin for
   */
  boolean isToSpin(@Nullable SpinBudget budget) {
    int random = ThreadLocalRandom.current().nextInt();
    // What is due stays so, even if no wait comes of this: it is due once in a slice only.
    breathes = breathes || breath.isDue(random);
    if (breathes && budget != null) {
      budget.bePatient();
    }
    return !breathes && budget != null && budget.isToSpin(random);
  }

  void begin() {
    waits++;
    begin(breathes);
  }

  void announce() {
    waits++;
    announce(breathes);
  }

  @Override
  void waitUnwoken(long deadline) {
    breathes = false;
    breath.take(this);
  }

  @Override
  public int waits() {
    return waits;
  }

  @Override
  public String activity() {
    return "selecting";
  }

  @Override
  public String toString() {
    return activity();
  }
}
