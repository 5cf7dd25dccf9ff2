package dev.millrace.processor.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.processor.CompilerUnderTest;
import dev.millrace.processor.CompilerUnderTest.Told;
import dev.millrace.processor.TopologyProcessor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the compilers say about the sources in {@code src/test/resources/diagnostics}. */
class DiagnosticsTest {

  private static final List<DiagnosticCase> CASES = DiagnosticCase.all();

  // ProcessorFaultTest provokes the first two, which are nobody's fault in the sources,
  // MissingClassFileTest the third, which is seen in class files, and LargeTopologiesTest those for
  // which a source would be too long to read.
  private static final Set<Problem> SAID_ELSEWHERE =
      Set.of(
          ProcessorProblem.COULD_NOT_WRITE,
          ProcessorProblem.INTERNAL,
          ProcessorProblem.UNKNOWN_TYPE,
          TopologyProblem.TOO_MANY_ENDS,
          TopologyProblem.TOO_MANY_STAGE_CLASSES);

  @TempDir Path scratch;

  static Stream<Arguments> casesAndCompilers() {
    return CASES.stream()
        .flatMap(
            one ->
                Stream.of(CompilerUnderTest.values())
                    .map(compiler -> Arguments.of(one.name(), compiler, one)));
  }

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource("casesAndCompilers")
  void saysExactlyThis(String name, CompilerUnderTest compiler, DiagnosticCase one)
      throws Exception {
    List<Path> classPath = new ArrayList<>(CompilerUnderTest.RUNTIME);
    if (!one.library().isEmpty()) {
      Path library = Files.createDirectory(scratch.resolve("library"));
      classPath.add(CompilerUnderTest.compileToClasses(one.library(), library));
    }
    List<Told> told =
        compiler.compile(
            one.sources(),
            classPath,
            Files.createDirectory(scratch.resolve("compiled")),
            new TopologyProcessor(),
            one.options());
    assertEquals(
        listing(one.expectedFrom(compiler)),
        listing(told.stream().filter(DiagnosticsTest::isErrorOrOurs).toList()));
  }

  /** Any error counts, whoever reports it; warnings only if they are ours. */
  private static boolean isErrorOrOurs(Told told) {
    return told.kind() == Kind.ERROR || told.message().startsWith("[");
  }

  private static String listing(List<Told> told) {
    return told.stream()
        .sorted(
            Comparator.comparing(Told::file)
                .thenComparingLong(Told::line)
                .thenComparing(Told::message))
        .map(one -> one.kind() + " " + one.file() + ":" + one.line() + "\n" + one.message() + "\n")
        .reduce("", String::concat);
  }

  static List<Problem> saidOfCases() {
    return Problem.all().stream().filter(problem -> !SAID_ELSEWHERE.contains(problem)).toList();
  }

  @ParameterizedTest
  @MethodSource("saidOfCases")
  void eachEntryIsProvoked(Problem problem) {
    assertTrue(
        CASES.stream()
            .flatMap(one -> one.expected().stream())
            .anyMatch(
                expected ->
                    pattern(problem.wording()).matcher(expected.told().message()).matches()),
        "No case in src/test/resources/diagnostics expects " + problem);
  }

  /** What is not listed could neither be suppressed nor be demanded above. */
  @Test
  void everyFamilyIsListed() {
    assertEquals(
        Set.of(Problem.class.getPermittedSubclasses()),
        Problem.all().stream().map(Object::getClass).collect(Collectors.toSet()));
  }

  private static Pattern pattern(Wording wording) {
    String code = Pattern.quote("[" + wording.code() + "] ");
    String text =
        Stream.of(wording.text().split("\\{[^}]*}", -1))
            .map(literal -> Pattern.quote(literal.replace("\n  ", "\n")))
            .collect(Collectors.joining(".+"));
    return Pattern.compile("(\\[[^\\]]*] )?" + code + text);
  }
}
