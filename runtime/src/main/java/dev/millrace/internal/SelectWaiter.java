package dev.millrace.internal;

import dev.millrace.annotation.Nullable;
import java.util.concurrent.ThreadLocalRandom;

/** A thread that waits in several places at once. */
final class SelectWaiter extends Waiter {

  private final Breath breath = new Breath();
  private int waits;

  /** Whether the next wait is a breath. */
  private boolean breathes;

  /**
   * Whether the current thread, which has found nothing to do, is to spin before it waits. If not,
   * that wait may be a breath: so one that always finds something while it spins takes some, too.
   */
  boolean isToSpin(@Nullable SpinBudget budget) {
    int random = ThreadLocalRandom.current().nextInt();
    breathes = breath.isDue(random);
    if (breathes && budget != null) {
      budget.bePatient();
    }
    return !breathes && budget != null && budget.isToSpin(random);
  }

  void begin() {
    waits++;
    begin(takeBreathes());
  }

  void announce() {
    waits++;
    announce(takeBreathes());
  }

  private boolean takeBreathes() {
    boolean taken = breathes;
    breathes = false;
    return taken;
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
