package dev.millrace.processor.report;

import static dev.millrace.processor.report.Severity.ERROR;
import static dev.millrace.processor.report.Severity.WARNING;

/** What may be wrong with the number of workers, or with the order they keep. */
public enum WorkerProblem implements Problem {

  // Said by check.WorkerCounts.

  WORKERS_ON_PORT(
      "WorkersOnPort",
      ERROR,
      "@Workers is for stages; {method} runs in the caller's thread. Remove it."),
  NO_WORKERS(
      "NoWorkers",
      ERROR,
      "{method} has {workers} workers, so nothing would ever receive from \"{channel}\"."
          + " Use 1 or more."),
  NO_WORKERS_ON_SOURCE(
      "NoWorkers",
      ERROR,
      "{method} has {workers} workers, so nothing would ever send to \"{channel}\"."
          + " Remove @Workers."),
  FOLD_WORKERS(
      "FoldWorkers",
      ERROR,
      "{method} is called once for the whole channel, so {workers} workers would each see a part."
          + " Remove @Workers, or take one {type} at a time."),
  SOURCE_WORKERS(
      "FoldWorkers",
      ERROR,
      "{method} is a source, which is called once, so {workers} workers would each send everything."
          + " Remove @Workers."),
  PROCESS_WORKERS(
      "FoldWorkers",
      ERROR,
      "{method} is called once, so {workers} workers would share the ends of its channels."
          + " Remove @Workers."),
  ORDERED_SINK(
      "OrderedNothing",
      ERROR,
      "{method} sends nothing, so its workers have no order to keep."
          + " Remove ordered, or use 1 worker to handle one value after the other."),
  ORDERED_ONCE(
      "OrderedNothing",
      ERROR,
      "{method} is called once, so there is no order to keep. Remove @Workers."),
  ORDERED_SERVER(
      "OrderedNothing",
      ERROR,
      "{method} replies to each caller on its own, so there is no order to keep. Remove ordered."),
  ORDERED_ACTOR(
      "OrderedNothing",
      ERROR,
      "{method} waits for several channels, whose values have no order among each other."
          + " Remove ordered, and use 1 worker."),
  SELECT_WORKERS(
      "SelectWorkers",
      WARNING,
      "{method} with {workers} workers is called by several threads at once, so the fields of"
          + " {type} need a lock. Use 1 worker.");

  private final Wording wording;

  WorkerProblem(String code, Severity severity, String... lines) {
    this.wording = new Wording(code, severity, lines);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
