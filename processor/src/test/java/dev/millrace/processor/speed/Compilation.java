package dev.millrace.processor.speed;

import dev.millrace.processor.MemoryFiles;
import dev.millrace.processor.SourceText;
import dev.millrace.processor.TopologyProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** Ways to compile the same topologies, to tell the processor's time from javac's own. */
enum Compilation {
  /** The topologies alone, which javac does in any case. */
  SOURCES,

  /** With the classes that were generated before: what javac would do had people written them. */
  WITH_GENERATED,

  /** With the processor. */
  WITH_PROCESSOR;

  private static final String SOURCES_BELOW = "sources";
  private static final String GENERATED_BELOW = "generated";

  /** Writes the topologies below a folder, with what the processor makes of them. */
  static void prepare(List<SourceText> topologies, Path folder) throws IOException {
    for (SourceText source : topologies) {
      write(source, folder.resolve(SOURCES_BELOW));
    }
    try (MemoryFiles files = MemoryFiles.forJavac()) {
      run(read(folder.resolve(SOURCES_BELOW)), true, files);
      for (JavaFileObject generated : files.takeGenerated()) {
        String path = generated.getName().replaceFirst("^/", "");
        write(
            new SourceText(path, generated.getCharContent(true).toString()),
            folder.resolve(GENERATED_BELOW));
      }
    }
  }

  /** Compiles what {@link #prepare} has written, and says how many milliseconds that took. */
  long millis(Path folder) throws IOException {
    List<JavaFileObject> sources = new ArrayList<>(read(folder.resolve(SOURCES_BELOW)));
    if (this == WITH_GENERATED) {
      sources.addAll(read(folder.resolve(GENERATED_BELOW)));
    }
    try (MemoryFiles files = MemoryFiles.forJavac()) {
      long begin = System.nanoTime();
      run(sources, this == WITH_PROCESSOR, files);
      return (System.nanoTime() - begin) / 1_000_000;
    }
  }

  private static void run(List<JavaFileObject> sources, boolean process, MemoryFiles files) {
    List<String> options =
        process ? List.of("--release", "21") : List.of("--release", "21", "-proc:none");
    JavaCompiler.CompilationTask task =
        ToolProvider.getSystemJavaCompiler()
            .getTask(Writer.nullWriter(), files, null, options, null, sources);
    if (process) {
      task.setProcessors(List.of(new TopologyProcessor()));
    }
    if (!task.call()) {
      throw new AssertionError("does not compile");
    }
  }

  private static void write(SourceText source, Path folder) throws IOException {
    Path file = folder.resolve(source.path());
    Files.createDirectories(file.getParent());
    Files.writeString(file, source.text());
  }

  private static List<JavaFileObject> read(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .sorted()
          .map(
              file ->
                  MemoryFiles.source(
                      new SourceText(folder.relativize(file).toString(), text(file))))
          .toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
