package dev.millrace.processor.fuzz;

import dev.millrace.processor.MemoryFiles;
import dev.millrace.processor.SourceText;
import dev.millrace.processor.TopologyProcessor;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * Compiles many topologies in two runs of javac: one that processes them, and one that compiles
 * everything there is then, stand-ins included. In a single run the first error of ours would keep
 * javac from looking into any class. Each topology has a package of its own, which tells whose a
 * message is.
 */
final class FuzzBatch {

  private static final Pattern OURS = Pattern.compile("^(?:\\[.*?] )?\\[(\\w+)] ");

  private final MemoryFiles files;
  private final Map<String, TreeSet<String>> errors = new LinkedHashMap<>();
  private final Map<String, TreeSet<String>> warnings = new LinkedHashMap<>();
  private final Map<String, Outcome> faults = new LinkedHashMap<>();

  private FuzzBatch(MemoryFiles files) {
    this.files = files;
  }

  /** What becomes of each source, by its package. */
  static Map<String, Outcome> compile(List<SourceText> sources, MemoryFiles files) {
    return new FuzzBatch(files).outcomes(sources);
  }

  private Map<String, Outcome> outcomes(List<SourceText> sources) {
    List<JavaFileObject> written = sources.stream().map(MemoryFiles::source).toList();
    run(written, List.of("-proc:only"), List.of(new TopologyProcessor()))
        .forEach(this::whileProcessing);
    List<JavaFileObject> all = new ArrayList<>(written);
    List<JavaFileObject> generated = files.takeGenerated();
    all.addAll(generated);
    run(all, List.of("-proc:none"), List.of()).forEach(said -> whileCompiling(said, written));

    Set<String> withClass = new HashSet<>();
    generated.forEach(file -> withClass.add(packageOf(file.getName())));
    Map<String, Outcome> outcomes = new LinkedHashMap<>();
    for (SourceText source : sources) {
      String owner = packageOf(source.path()); // Perhaps again: a topology may have several files.
      Outcome outcome;
      if (errors.containsKey(owner)) {
        outcome = new Outcome.Refused(errors.get(owner));
      } else if (withClass.contains(owner)) {
        outcome = new Outcome.Legal(warnings.getOrDefault(owner, new TreeSet<>()));
      } else {
        outcome = new Outcome.Violation("No class was generated, and no reason given.");
      }
      outcomes.put(owner, faults.getOrDefault(owner, outcome));
    }
    return outcomes;
  }

  private List<Diagnostic<? extends JavaFileObject>> run(
      List<JavaFileObject> sources, List<String> options, List<Processor> processors) {
    DiagnosticCollector<JavaFileObject> collector = new DiagnosticCollector<>();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> all =
        Stream.concat(
                Stream.of(
                    "--release",
                    "21",
                    "-Xlint:all,-processing",
                    "-Xmaxerrs",
                    "100000",
                    "-Xmaxwarns",
                    "100000"),
                options.stream())
            .toList();
    JavaCompiler.CompilationTask task =
        compiler.getTask(Writer.nullWriter(), files, collector, all, null, sources);
    if (!processors.isEmpty()) {
      task.setProcessors(processors);
    }
    task.call();
    return collector.getDiagnostics();
  }

  private void whileProcessing(Diagnostic<? extends JavaFileObject> said) {
    String message = said.getMessage(null);
    Matcher ours = OURS.matcher(message);
    if (ours.find() && !ours.group(1).equals("Internal") && said.getSource() != null) {
      boolean error = said.getKind() == Diagnostic.Kind.ERROR;
      (error ? errors : warnings)
          .computeIfAbsent(packageOf(said.getSource().getName()), owner -> new TreeSet<>())
          .add(ours.group(1));
    } else {
      fault(said, new Outcome.Violation(message));
    }
  }

  /** Warnings about the user's own source are the user's; everything else should not be. */
  private void whileCompiling(
      Diagnostic<? extends JavaFileObject> said, List<JavaFileObject> written) {
    boolean own = written.contains(said.getSource());
    if (!own) {
      fault(said, new Outcome.Violation(said.toString()));
    } else if (said.getKind() == Diagnostic.Kind.ERROR) {
      fault(said, new Outcome.NoJava(said.toString()));
    }
  }

  private void fault(Diagnostic<? extends JavaFileObject> said, Outcome outcome) {
    if (said.getSource() == null) {
      throw new AssertionError("Nobody's message: " + said);
    }
    // What is no Java is a fault of the grammar, whatever follows from it.
    faults.merge(
        packageOf(said.getSource().getName()),
        outcome,
        (first, next) -> next instanceof Outcome.NoJava ? next : first);
  }

  private static String packageOf(String path) {
    String relative = path.startsWith("/") ? path.substring(1) : path;
    return relative.substring(0, relative.indexOf('/'));
  }
}
