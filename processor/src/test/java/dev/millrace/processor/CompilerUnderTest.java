package dev.millrace.processor;

import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/** The compilers that users run the processor in. */
public enum CompilerUnderTest {

  /** The JDK's own. */
  JAVAC {
    @Override
    public List<Told> compile(
        List<SourceText> sources, List<Path> classPath, Path scratch, Processor processor) {
      return Compiler.javac()
          .withProcessors(processor)
          .withClasspath(files(classPath))
          .withOptions("--release", "21", "-Xlint:-options")
          .compile(
              sources.stream()
                  .map(source -> JavaFileObjects.forSourceString(source.typeName(), source.text()))
                  .toList())
          .diagnostics()
          .stream()
          .map(Told::of)
          .toList();
    }
  },

  /** The compiler of Eclipse and of the language server that other editors use. */
  ECJ {
    @Override
    public List<Told> compile(
        List<SourceText> sources, List<Path> classPath, Path scratch, Processor processor) {
      return run(new EclipseCompiler(), sources, classPath, scratch, List.of(processor));
    }
  };

  /** The runtime and nothing else, as in a user's build. */
  public static final List<Path> RUNTIME = List.of(MemoryFiles.RUNTIME);

  /**
   * Compiles sources with the processor.
   *
   * @param classPath where else to look for classes
   * @param scratch an empty directory
   * @return everything the compiler said
   */
  public abstract List<Told> compile(
      List<SourceText> sources, List<Path> classPath, Path scratch, Processor processor);

  /** Compiles sources without any processor into class files below {@code scratch/classes}. */
  public static Path compileToClasses(List<SourceText> sources, Path scratch) {
    List<Told> told =
        run(ToolProvider.getSystemJavaCompiler(), sources, RUNTIME, scratch, List.of());
    if (!told.isEmpty()) {
      throw new AssertionError("The library of the test does not compile: " + told);
    }
    return scratch.resolve("classes");
  }

  private static List<Told> run(
      JavaCompiler compiler,
      List<SourceText> sources,
      List<Path> classPath,
      Path scratch,
      List<Processor> processors) {
    DiagnosticCollector<JavaFileObject> collector = new DiagnosticCollector<>();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(collector, null, null)) {
      List<Path> files = new ArrayList<>();
      for (SourceText source : sources) {
        Path file = scratch.resolve("sources").resolve(source.path());
        Files.createDirectories(file.getParent());
        files.add(Files.writeString(file, source.text()));
      }
      Path classes = Files.createDirectories(scratch.resolve("classes"));
      // Without it, ECJ writes generated sources into the working directory.
      Path generated = Files.createDirectories(scratch.resolve("generated"));
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              new StringWriter(),
              manager,
              collector,
              List.of(
                  "--release",
                  "21",
                  "-d",
                  classes.toString(),
                  "-s",
                  generated.toString(),
                  "-classpath",
                  String.join(File.pathSeparator, classPath.stream().map(Path::toString).toList())),
              null,
              manager.getJavaFileObjectsFromPaths(files));
      task.setProcessors(processors);
      task.call();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return collector.getDiagnostics().stream().map(Told::of).toList();
  }

  private static List<File> files(List<Path> paths) {
    return paths.stream().map(Path::toFile).toList();
  }

  /**
   * One thing a compiler said.
   *
   * @param kind an error or a warning
   * @param file the name of the file, without folders; empty if the compiler showed none
   * @param line counted from 1; -1 if the compiler showed none
   * @param message the text, every line without the spaces around it
   */
  public record Told(Diagnostic.Kind kind, String file, long line, String message) {

    static Told of(Diagnostic<? extends JavaFileObject> diagnostic) {
      JavaFileObject source = diagnostic.getSource();
      return new Told(
          diagnostic.getKind(),
          source == null ? "" : Path.of(source.getName()).getFileName().toString(),
          source == null ? -1 : diagnostic.getLineNumber(),
          String.join("\n", diagnostic.getMessage(null).lines().map(String::strip).toList()));
    }
  }
}
