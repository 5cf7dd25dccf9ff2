package dev.millrace.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** An example in a JVM of its own, as users run it; its streams go to files. */
public final class Program {
  private static final long SECONDS_AT_MOST = 120;
  private static final String CLASS_PATH = System.getProperty("java.class.path");

  private final Process process;
  private final Path folder;
  private final Path output;
  private final Path errors;

  private Program(Process process, Path folder) {
    this.process = process;
    this.folder = folder;
    this.output = output(folder);
    this.errors = errors(folder);
  }

  /**
   * Starts a program.
   *
   * @param folder its working directory
   * @param options for the JVM
   */
  static Program start(Path folder, List<String> options, Class<?> main, List<String> arguments)
      throws IOException {
    return start(folder, options, CLASS_PATH, main.getName(), arguments);
  }

  private static Program start(
      Path folder, List<String> options, String classPath, String main, List<String> arguments)
      throws IOException {
    Path streams = Files.createTempDirectory("program");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, main));
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(output(streams).toFile())
            .redirectError(errors(streams).toFile())
            .start();
    return new Program(process, streams);
  }

  /** Runs a program to its end in a small heap. */
  static Ended run(Path folder, Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    return start(folder, List.of("-Xmx64m"), main, List.of(arguments)).end();
  }

  /** Runs a program whose classes are in its working directory. */
  public static Ended runFrom(Path folder, String main) throws IOException, InterruptedException {
    String classPath = folder + File.pathSeparator + CLASS_PATH;
    return start(folder, List.of("-Xmx64m"), classPath, main, List.of()).end();
  }

  private static Path output(Path streams) {
    return streams.resolve("out");
  }

  private static Path errors(Path streams) {
    return streams.resolve("err");
  }

  long pid() {
    return process.pid();
  }

  /** Waits until a line of standard error begins with a text, and returns the rest of it. */
  String awaitError(String beginning) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_AT_MOST);
    while (true) {
      // Only lines that are complete: the program may be in the middle of one.
      String written = Files.readString(errors);
      Optional<String> line =
          written
              .substring(0, written.lastIndexOf('\n') + 1)
              .lines()
              .filter(candidate -> candidate.startsWith(beginning))
              .findFirst();
      if (line.isPresent()) {
        return line.get().substring(beginning.length());
      }
      assertTrue(process.isAlive(), () -> "ended before it said " + beginning);
      assertTrue(System.nanoTime() < deadline, () -> "never said " + beginning);
      process.waitFor(10, TimeUnit.MILLISECONDS);
    }
  }

  /** Asks the process to end, as operators do; on Unix by SIGTERM. */
  void tellToEnd() {
    process.destroy();
  }

  /** Waits for the end. */
  Ended end() throws IOException, InterruptedException {
    try {
      boolean ended = process.waitFor(SECONDS_AT_MOST, TimeUnit.SECONDS);
      assertTrue(ended, () -> "still runs after " + SECONDS_AT_MOST + " s");
      return new Ended(
          process.exitValue(),
          Files.readString(output, UTF_8).replace(System.lineSeparator(), "\n"),
          Files.readString(errors, UTF_8).replace(System.lineSeparator(), "\n"));
    } finally {
      process.destroyForcibly().waitFor();
      Files.delete(output);
      Files.delete(errors);
      Files.delete(folder);
    }
  }

  /** What a program that has ended left behind. */
  public record Ended(int status, String output, String errors) {

    /** The number behind a name, as in {@code words 42}. */
    long number(String name) {
      return output
          .lines()
          .filter(line -> line.startsWith(name + " "))
          .map(line -> Long.parseLong(line.substring(name.length()).strip()))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no line " + name + " in:\n" + output + errors));
    }
  }
}
