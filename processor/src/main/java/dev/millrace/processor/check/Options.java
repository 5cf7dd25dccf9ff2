package dev.millrace.processor.check;

import static dev.millrace.processor.report.Problem.BAD_OPTION;

import dev.millrace.processor.model.Site;
import java.util.List;

/** Whether the options of the processor have values that mean something. */
public final class Options {

  /** Asks, with {@code strict}, for warnings that most topologies deserve. */
  public static final String LINT = "millrace.lint";

  /** Asks, with {@code true}, for the trace of a fault of the processor itself. */
  public static final String TRACE = "millrace.trace";

  private static final String STRICT = "strict";

  private Options() {}

  static void check(Inspection inspection) {
    check(LINT, List.of(STRICT), inspection);
    check(TRACE, List.of("true", "false"), inspection);
  }

  private static void check(String option, List<String> known, Inspection inspection) {
    String value = inspection.option(option);
    if (value != null && !known.contains(value)) {
      Site site = Site.of(inspection.topology().element());
      inspection.report(BAD_OPTION, site, option, value, known.get(0));
    }
  }

  static boolean isStrict(Inspection inspection) {
    return STRICT.equals(inspection.option(LINT));
  }
}
