package dev.millrace.benchmarks;

import dev.millrace.benchmarks.run.Effort;
import dev.millrace.benchmarks.workload.Workload;
import dev.millrace.benchmarks.workload.Workloads;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a session measures: arguments of the form {@code name=value}, of which an empty value means
 * the default.
 *
 * @param effort how much time it takes
 * @param forks how many processes each implementation gets for each workload
 * @param workloads what is run: unless chosen by name, {@link Workloads#USUAL}
 * @param implementations by whom
 * @param jvmFlags more flags for the JVMs that measure
 * @param command what was typed, for the report; of the build, if that started it
 * @param versions what the build knows of the libraries, for the report
 * @param output the folder for the two reports
 */
record Options(
    Effort effort,
    int forks,
    List<Workload> workloads,
    List<Implementation> implementations,
    List<String> jvmFlags,
    String command,
    String versions,
    Path output) {

  private static final Set<String> NAMES =
      Set.of(
          "effort",
          "forks",
          "workloads",
          "implementations",
          "jvm",
          "command",
          "versions",
          "output");

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException with a text for the user if one makes no sense
   */
  static Options parse(String... args) {
    Map<String, String> given = new HashMap<>();
    for (String arg : args) {
      String name = arg.replaceFirst("=.*", "");
      if (!NAMES.contains(name) || name.equals(arg)) {
        throw new IllegalArgumentException(
            "\""
                + arg
                + "\" is no option. Write name=value, with a name of "
                + sorted(NAMES)
                + ".");
      }
      String value = arg.substring(name.length() + 1).strip();
      if (!value.isEmpty()) {
        given.put(name, value);
      }
    }
    Effort effort = effort(given.getOrDefault("effort", "quick"));
    return new Options(
        effort,
        given.containsKey("forks") ? forks(given.get("forks")) : effort.forks(),
        given.containsKey("workloads")
            ? chosen("workload", Workloads.ALL, Workload::id, given.get("workloads"))
            : Workloads.USUAL,
        chosen(
            "implementation",
            Implementations.ALL,
            Implementation::name,
            given.getOrDefault("implementations", "*")),
        given.containsKey("jvm") ? List.of(given.get("jvm").split("\\s+", -1)) : List.of(),
        command(given),
        given.getOrDefault("versions", ""),
        Path.of(given.getOrDefault("output", ".")));
  }

  /** What was typed, with all that changes what is measured. */
  private static String command(Map<String, String> given) {
    String build = given.get("command");
    StringBuilder command = new StringBuilder(build == null ? Benchmarks.class.getName() : build);
    for (String name : List.of("effort", "workloads", "implementations", "forks", "jvm")) {
      if (given.containsKey(name)) {
        command
            .append(' ')
            .append(build == null ? name : property(name))
            .append("='")
            .append(given.get(name))
            .append('\'');
      }
    }
    return command.toString();
  }

  /** The property of the build that sets an option. */
  private static String property(String name) {
    return name.equals("effort") ? "-Dbenchmarks" : "-Dbenchmarks." + name;
  }

  private static Effort effort(String name) {
    return Arrays.stream(Effort.values())
        .filter(effort -> effort.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "effort=" + name + " is none of full, quick and tiny."));
  }

  private static int forks(String number) {
    if (!number.matches("[1-9][0-9]{0,2}")) {
      throw new IllegalArgumentException("forks=" + number + " is no number from 1 to 999.");
    }
    return Integer.parseInt(number);
  }

  /** Names separated by commas; an asterisk stands for any letters. */
  private static <T> List<T> chosen(
      String what, List<T> all, Function<T, String> name, String patterns) {
    List<Pattern> wanted = Arrays.stream(patterns.split(",", -1)).map(Options::pattern).toList();
    for (Pattern pattern : wanted) {
      if (all.stream().map(name).noneMatch(pattern.asMatchPredicate())) {
        throw new IllegalArgumentException(
            "No %s is called \"%s\". There are %s."
                .formatted(what, patterns, sorted(all.stream().map(name).toList())));
      }
    }
    return all.stream()
        .filter(each -> wanted.stream().anyMatch(p -> p.asMatchPredicate().test(name.apply(each))))
        .toList();
  }

  private static Pattern pattern(String name) {
    return Pattern.compile(Pattern.quote(name.strip()).replace("*", "\\E.*\\Q"));
  }

  private static String sorted(Collection<String> names) {
    return names.stream().sorted().collect(Collectors.joining(", "));
  }
}
