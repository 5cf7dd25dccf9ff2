package dev.millrace.processor.check;

import dev.millrace.processor.model.Topology;
import dev.millrace.processor.report.Problems;
import javax.annotation.processing.ProcessingEnvironment;

/** All checks, in order. */
public final class Checks {

  private Checks() {}

  /** Runs every check; none needs another to have passed. */
  public static void run(Topology topology, ProcessingEnvironment environment, Problems problems) {}
}
