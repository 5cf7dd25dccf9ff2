package dev.millrace.processor.check;

import static dev.millrace.processor.report.WorkerProblem.FOLD_WORKERS;
import static dev.millrace.processor.report.WorkerProblem.NO_WORKERS;
import static dev.millrace.processor.report.WorkerProblem.NO_WORKERS_ON_SOURCE;
import static dev.millrace.processor.report.WorkerProblem.ORDERED_ACTOR;
import static dev.millrace.processor.report.WorkerProblem.ORDERED_ONCE;
import static dev.millrace.processor.report.WorkerProblem.ORDERED_SERVER;
import static dev.millrace.processor.report.WorkerProblem.ORDERED_SINK;
import static dev.millrace.processor.report.WorkerProblem.PROCESS_WORKERS;
import static dev.millrace.processor.report.WorkerProblem.SELECT_WORKERS;
import static dev.millrace.processor.report.WorkerProblem.SOURCE_WORKERS;
import static dev.millrace.processor.report.WorkerProblem.WORKERS_ON_PORT;

import dev.millrace.processor.model.Misplaced;
import dev.millrace.processor.model.Payload;
import dev.millrace.processor.model.Stage;
import dev.millrace.processor.model.Workers;
import java.util.Objects;

/** Whether the threads that {@code @Workers} asks for have something to do. */
final class WorkerCounts {

  private WorkerCounts() {}

  static void check(Inspection inspection) {
    for (Misplaced misplaced : inspection.topology().misplaced()) {
      inspection.report(WORKERS_ON_PORT, misplaced.workers().site(), misplaced.method());
    }
    for (Stage stage : inspection.topology().stages()) {
      if (stage.workers() != null) {
        check(stage, stage.workers(), inspection);
        checkOrder(stage, stage.workers(), inspection);
      }
    }
  }

  private static void check(Stage stage, Workers workers, Inspection inspection) {
    int count = workers.count();
    if (count < 1 && !stage.inputs().isEmpty()) {
      String channel = stage.inputs().get(0).channel();
      inspection.report(NO_WORKERS, workers.site(), stage.method(), count, channel);
    } else if (count < 1) {
      String channel = stage.outputs().isEmpty() ? "" : stage.outputs().get(0).channel();
      inspection.report(NO_WORKERS_ON_SOURCE, workers.site(), stage.method(), count, channel);
    } else if (count > 1 && stage instanceof Stage.Fold fold) {
      inspection.report(
          FOLD_WORKERS, workers.site(), stage.method(), count, typeOf(fold.input().payload()));
    } else if (count > 1 && stage instanceof Stage.AnyProcess) {
      inspection.report(PROCESS_WORKERS, workers.site(), stage.method(), count);
    } else if (count > 1 && stage instanceof Stage.Source) {
      inspection.report(SOURCE_WORKERS, workers.site(), stage.method(), count);
    } else if (count > 1 && stage instanceof Stage.Actor) {
      inspection.report(
          SELECT_WORKERS,
          workers.site(),
          stage.method(),
          count,
          Objects.requireNonNull(stage.method().element().getEnclosingElement()));
    }
  }

  /** Only results that several workers may send at once have an order to keep. */
  private static void checkOrder(Stage stage, Workers workers, Inspection inspection) {
    if (!workers.ordered()) {
      return;
    }
    if (stage instanceof Stage.Actor) {
      inspection.report(ORDERED_ACTOR, workers.orderedSite(), stage.method());
    } else if (stage instanceof Stage.Server) {
      inspection.report(ORDERED_SERVER, workers.orderedSite(), stage.method());
    } else if (!(stage instanceof Stage.PerValue)) {
      inspection.report(ORDERED_ONCE, workers.orderedSite(), stage.method());
    } else if (stage.outputs().isEmpty()) {
      inspection.report(ORDERED_SINK, workers.orderedSite(), stage.method());
    }
  }

  private static Object typeOf(Payload payload) {
    return payload instanceof Payload.Value value ? value.type() : "value";
  }
}
