package dev.millrace.processor.check;

import static dev.millrace.processor.report.ProcessorProblem.BAD_OPTION;

import dev.millrace.processor.report.Problems;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.annotation.processing.ProcessingEnvironment;

/** The options of the processor, and whether they have values that mean something. */
public final class Options {

  /** Asks, with {@code strict}, for warnings that most topologies deserve. */
  public static final String LINT = "millrace.lint";

  /** Asks, with {@code true}, for the trace of a fault of the processor itself. */
  public static final String TRACE = "millrace.trace";

  private static final String STRICT = "strict";

  private Options() {}

  /** Reports options without a meaning, which belong to the compilation and to no topology. */
  public static void check(ProcessingEnvironment environment) {
    check(LINT, List.of(STRICT), environment);
    check(TRACE, List.of("true", "false"), environment);
  }

  private static void check(String option, List<String> known, ProcessingEnvironment environment) {
    Map<String, String> options = environment.getOptions();
    if (options.containsKey(option)) {
      String value = Objects.requireNonNullElse(options.get(option), "");
      if (known.stream().noneMatch(value::equalsIgnoreCase)) {
        Problems.reportOfCompilation(environment, BAD_OPTION, option, value, known.get(0));
      }
    }
  }

  static boolean isStrict(Inspection inspection) {
    return STRICT.equalsIgnoreCase(inspection.option(LINT));
  }
}
