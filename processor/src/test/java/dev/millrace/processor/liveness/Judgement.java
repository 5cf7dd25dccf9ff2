package dev.millrace.processor.liveness;

import dev.millrace.processor.MemoryFiles;
import dev.millrace.processor.SourceText;
import dev.millrace.processor.TopologyProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * What the processor says of a plan.
 *
 * @param errors the codes of its errors
 * @param warnings the codes of its warnings
 * @param messages all of it
 */
record Judgement(Set<String> errors, Set<String> warnings, List<String> messages) {

  private static final Pattern CODE = Pattern.compile("^\\[(\\w+)] ");

  /** Errors that say that somebody would wait for ever, or never get a value. */
  private static final Set<String> STANDSTILLS =
      Set.of(
          "NoConsumer",
          "NoProducer",
          "UnknownCase",
          "ServerMissing",
          "NeverMeet",
          "Unreachable",
          "SelfLoop");

  /** Warnings that say that somebody might. */
  private static final Set<String> WAITS = Set.of("SelfLoop", "Cycle", "NeverEnds", "MissingClose");

  boolean isSilent() {
    return messages.isEmpty();
  }

  /** Whether it is refused for other reasons than waiting. */
  boolean isOtherwiseWrong() {
    return !STANDSTILLS.containsAll(errors);
  }

  boolean saysThatItStandsStill() {
    return !errors.isEmpty() && !isOtherwiseWrong();
  }

  boolean warnsOfWaiting() {
    return errors.isEmpty() && warnings.stream().anyMatch(WAITS::contains);
  }

  /** Has the processor judge plans all at once, each by its package. */
  static Map<String, Judgement> of(List<Plan> plans) {
    Map<String, Judgement> judgements = new LinkedHashMap<>();
    plans.forEach(
        plan ->
            judgements.put(
                plan.packageName(),
                new Judgement(new TreeSet<>(), new TreeSet<>(), new ArrayList<>())));
    for (Diagnostic<? extends JavaFileObject> said :
        process(plans.stream().map(PlanText::of).toList())) {
      Matcher code = CODE.matcher(said.getMessage(null));
      if (said.getSource() == null || !code.find()) {
        throw new AssertionError("The plan is no Java: " + said);
      }
      String path = said.getSource().getName().replaceFirst("^/", "");
      Judgement judgement =
          Objects.requireNonNull(judgements.get(path.substring(0, path.indexOf('/'))));
      boolean error = said.getKind() == Diagnostic.Kind.ERROR;
      (error ? judgement.errors : judgement.warnings).add(code.group(1));
      judgement.messages.add(said.getMessage(null));
    }
    return judgements;
  }

  private static List<Diagnostic<? extends JavaFileObject>> process(List<SourceText> sources) {
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    try (MemoryFiles files = MemoryFiles.forJavac()) {
      List<String> options =
          List.of("--release", "21", "-proc:only", "-Xmaxerrs", "100000", "-Xmaxwarns", "100000");
      JavaCompiler.CompilationTask task =
          ToolProvider.getSystemJavaCompiler()
              .getTask(
                  Writer.nullWriter(),
                  files,
                  said,
                  options,
                  null,
                  sources.stream().map(MemoryFiles::source).toList());
      task.setProcessors(List.of(new TopologyProcessor()));
      task.call();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return said.getDiagnostics();
  }
}
