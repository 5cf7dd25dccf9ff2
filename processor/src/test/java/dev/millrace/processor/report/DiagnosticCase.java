package dev.millrace.processor.report;

import dev.millrace.processor.CompilerUnderTest;
import dev.millrace.processor.CompilerUnderTest.Told;
import dev.millrace.processor.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;

/**
 * Sources that are wrong, and what the compilers must say about them.
 *
 * <p>A case is a text file. Below a wrong line stands the expected message as a comment, and
 * further lines of the message below it:
 *
 * <pre>
 * {@code @Producer("order") void submit(Order order);}
 * //E [NoConsumer] Nothing receives from "order" ...
 * </pre>
 *
 * <p>{@code //E} is an error, {@code //W} a warning, {@code //E javac} and {@code //E ecj} one that
 * only this compiler shows at this line, and {@code //|} a further line of the message. A line
 * {@code //// demo/Stages.java} begins another source file; {@code //// jar lib/Ports.java} one
 * that is compiled beforehand; {@code //// options -A...} gives options to the compiler, and {@code
 * //// warning} says what must be said without a place. Each file gets its package and the usual
 * imports on its first line.
 *
 * @param name the name of the case's file
 * @param sources the sources to compile together
 * @param library the sources to compile beforehand
 * @param options further options of the compiler
 * @param expected what must be said, with the compiler if not both
 */
record DiagnosticCase(
    String name,
    List<SourceText> sources,
    List<SourceText> library,
    List<String> options,
    List<Expected> expected) {

  /** What must be said by a compiler, or by both if {@code compiler} is empty. */
  record Expected(String compiler, Told told) {}

  private static final Path FOLDER = Path.of("src/test/resources/diagnostics");
  private static final Pattern FILE = Pattern.compile("//// (jar )?(\\S+)");
  private static final Pattern OPTIONS = Pattern.compile("//// options (.+)");
  private static final Pattern WITHOUT_PLACE = Pattern.compile("//// warning (.+)");
  private static final Pattern MESSAGE = Pattern.compile("\\s*//([EW]) (?:(javac|ecj) )?(.+)");
  private static final Pattern CONTINUED = Pattern.compile("\\s*//\\| (.*)");
  private static final String IMPORTS =
      "import dev.millrace.*; import dev.millrace.annotation.*; import java.util.*;"
          + " import java.util.stream.*; import java.io.IOException; ";

  static List<DiagnosticCase> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().map(DiagnosticCase::read).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static DiagnosticCase read(Path file) {
    String name = file.getFileName().toString();
    List<SourceText> sources = new ArrayList<>();
    List<SourceText> library = new ArrayList<>();
    List<String> options = new ArrayList<>();
    List<Expected> expected = new ArrayList<>();
    String path = "demo/Case.java";
    boolean jar = false;
    List<String> lines = new ArrayList<>();
    for (String line : readLines(file)) {
      Matcher given = OPTIONS.matcher(line);
      if (given.matches()) {
        options.addAll(List.of(given.group(1).split(" ")));
        continue;
      }
      Matcher placeless = WITHOUT_PLACE.matcher(line);
      if (placeless.matches()) {
        Told told = new Told(Diagnostic.Kind.WARNING, "", -1, placeless.group(1));
        expected.add(new Expected("", told));
        continue;
      }
      Matcher next = FILE.matcher(line);
      if (next.matches()) {
        (jar ? library : sources).add(source(path, lines));
        jar = next.group(1) != null;
        path = next.group(2);
        lines = new ArrayList<>();
        continue;
      }
      Matcher message = MESSAGE.matcher(line);
      Matcher continued = CONTINUED.matcher(line);
      if (message.matches()) {
        // The comments stay in the source, so that its line numbers are those of the case.
        expected.add(expected(message, path, lineAbove(lines)));
      } else if (continued.matches()) {
        Expected last = expected.remove(expected.size() - 1);
        expected.add(withLine(last, continued.group(1).strip()));
      }
      lines.add(line);
    }
    (jar ? library : sources).add(source(path, lines));
    return new DiagnosticCase(name, sources, library, options, expected);
  }

  private static List<String> readLines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static int lineAbove(List<String> lines) {
    int line = lines.size();
    while (MESSAGE.matcher(lines.get(line - 1)).matches()
        || CONTINUED.matcher(lines.get(line - 1)).matches()) {
      line--;
    }
    return line;
  }

  private static Expected expected(Matcher message, String path, int line) {
    return new Expected(
        message.group(2) == null ? "" : message.group(2),
        new Told(
            message.group(1).equals("E") ? Diagnostic.Kind.ERROR : Diagnostic.Kind.WARNING,
            Path.of(path).getFileName().toString(),
            line,
            message.group(3).strip()));
  }

  private static Expected withLine(Expected expected, String line) {
    Told told = expected.told();
    return new Expected(
        expected.compiler(),
        new Told(told.kind(), told.file(), told.line(), told.message() + "\n" + line));
  }

  private static SourceText source(String path, List<String> lines) {
    int slash = path.lastIndexOf('/');
    String head = slash < 0 ? "" : "package " + path.substring(0, slash).replace('/', '.') + "; ";
    return new SourceText(path, head + IMPORTS + String.join("\n", lines) + "\n");
  }

  /** What the compiler must say, and nothing else. */
  List<Told> expectedFrom(CompilerUnderTest compiler) {
    return expected.stream()
        .filter(one -> one.compiler().isEmpty() || one.compiler().equalsIgnoreCase(compiler.name()))
        .map(Expected::told)
        .toList();
  }
}
