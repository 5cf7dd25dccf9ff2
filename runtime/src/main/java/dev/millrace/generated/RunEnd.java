package dev.millrace.generated;

import dev.millrace.annotation.Nullable;
import java.time.Duration;
import java.util.List;

/**
 * Waits until a run that was stopped has ended: no stage runs any more, and ports have taken, or
 * lost, what the stages left them. Cancels what stands still, or if the waiting thread is
 * interrupted.
 */
final class RunEnd {

  private final TopologyRun run;
  private final List<Thread> stages;
  private final Duration gracePeriod;

  RunEnd(TopologyRun run, List<Thread> stages, Duration gracePeriod) {
    this.run = run;
    this.stages = stages;
    this.gracePeriod = gracePeriod;
  }

  /** {@return whether the waiting thread was interrupted; the flag is for the caller to restore} */
  boolean await() {
    Standstill standstill = new Standstill(stages, run::movement, gracePeriod);
    boolean interrupted = false;
    while (!hasCome()) {
      try {
        awaitMovement(standstill.nextLook());
        if (!run.isOver() && standstill.hasLasted()) {
          run.cancel("was closed, stood still for " + gracePeriod + " and was cancelled.");
        }
      } catch (InterruptedException e) {
        interrupted = true;
        run.cancel("was cancelled because the thread that closed it was interrupted.");
      }
    }
    return interrupted;
  }

  private boolean hasCome() {
    return firstAlive() == null && (run.isOver() || !run.hasValuesForPorts());
  }

  private void awaitMovement(Duration atMost) throws InterruptedException {
    Thread stage = firstAlive();
    if (stage == null) {
      Thread.sleep(atMost);
    } else if (run.isOver()) {
      stage.join();
    } else {
      stage.join(atMost);
    }
  }

  private @Nullable Thread firstAlive() {
    for (Thread thread : stages) {
      if (thread.isAlive()) {
        return thread;
      }
    }
    return null;
  }
}
