package dev.millrace.processor;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/** The compilers that users run the processor in. */
@SuppressWarnings("ImmutableEnumChecker") // Each compilation says anew where its files are.
public enum CompilerUnderTest {

  /** The JDK's own. */
  JAVAC(ToolProvider.getSystemJavaCompiler()),

  /** The compiler of Eclipse and of the language server that other editors use. */
  ECJ(new EclipseCompiler());

  private final JavaCompiler compiler;

  /** Shared by all compilations, since it takes longer to make than most of them. */
  private final StandardJavaFileManager files;

  CompilerUnderTest(JavaCompiler compiler) {
    this.compiler = compiler;
    this.files = compiler.getStandardFileManager(null, null, null);
  }

  /** The runtime and nothing else, as in a user's build. */
  public static final List<Path> RUNTIME = List.of(MemoryFiles.RUNTIME);

  /**
   * Compiles sources with the processor.
   *
   * @param classPath where else to look for classes
   * @param scratch an empty directory
   * @return everything the compiler said
   */
  public List<Told> compile(
      List<SourceText> sources, List<Path> classPath, Path scratch, Processor processor) {
    return compile(sources, classPath, scratch, processor, List.of());
  }

  /** Compiles as {@link #compile(List, List, Path, Processor)} does, with further options. */
  public List<Told> compile(
      List<SourceText> sources,
      List<Path> classPath,
      Path scratch,
      Processor processor,
      List<String> options) {
    return run(sources, classPath, scratch, List.of(processor), options);
  }

  /** Compiles sources without any processor into class files below {@code scratch/classes}. */
  public static Path compileToClasses(List<SourceText> sources, Path scratch) {
    List<Told> told = JAVAC.run(sources, RUNTIME, scratch, List.of(), List.of());
    if (!told.isEmpty()) {
      throw new AssertionError("The library of the test does not compile: " + told);
    }
    return scratch.resolve("classes");
  }

  private List<Told> run(
      List<SourceText> sources,
      List<Path> classPath,
      Path scratch,
      List<Processor> processors,
      List<String> options) {
    DiagnosticCollector<JavaFileObject> collector = new DiagnosticCollector<>();
    try {
      List<Path> written = new ArrayList<>();
      for (SourceText source : sources) {
        Path file = scratch.resolve("sources").resolve(source.path());
        Files.createDirectories(file.getParent());
        written.add(Files.writeString(file, source.text()));
      }
      Path classes = Files.createDirectories(scratch.resolve("classes"));
      // Without it, ECJ writes generated sources into the working directory.
      Path generated = Files.createDirectories(scratch.resolve("generated"));
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              new StringWriter(),
              files,
              collector,
              Stream.concat(
                      Stream.of(
                          "--release",
                          "21",
                          "-d",
                          classes.toString(),
                          "-s",
                          generated.toString(),
                          "-classpath",
                          String.join(
                              File.pathSeparator, classPath.stream().map(Path::toString).toList())),
                      options.stream())
                  .toList(),
              null,
              files.getJavaFileObjectsFromPaths(written));
      task.setProcessors(processors);
      task.call();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return collector.getDiagnostics().stream().map(Told::of).toList();
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
