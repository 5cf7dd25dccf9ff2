package dev.millrace.benchmarks.peer;

import dev.millrace.benchmarks.Implementation;
import dev.millrace.benchmarks.run.Effort;
import dev.millrace.benchmarks.run.Settings;
import dev.millrace.benchmarks.workload.SelectOf;
import dev.millrace.benchmarks.workload.Workload;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Go's own channels: a program in Go with the same workloads, if {@code go} is on the path. */
public final class Goroutines implements Implementation {
  private static final String MAIN = "/go/main.go";
  private static final String PROGRAM = "peers";
  private static final Set<Integer> WRITTEN_ARMS = Set.of(2, 8, 32);

  @Override
  public String name() {
    return "go";
  }

  @Override
  public boolean runs(Workload workload) {
    return isWritten(workload) && isInstalled();
  }

  /** Go's select is syntax: the program has those whose arms somebody wrote out. */
  public static boolean isWritten(Workload workload) {
    return !(workload instanceof SelectOf(int arms)) || WRITTEN_ARMS.contains(arms);
  }

  /** Says whether there is a Go to compile the program with. */
  public static boolean isInstalled() {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .filter(folder -> !folder.isEmpty())
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "go")));
  }

  @Override
  public Optional<String> version() {
    return isInstalled() ? Optional.of(go("version").strip()) : Optional.empty();
  }

  /** Compiles first; where nothing changed Go does that in no time. */
  @Override
  public List<String> command(Workload workload, Settings settings) {
    go("build", "-o", PROGRAM, ".");
    Effort effort = settings.effort();
    // Single operations too run for as long as the others, whose sizes are those of whole programs.
    int size = effort.size(workload) * (workload.isSingleOperation() ? 100 : 1);
    return List.of(
        sources().resolve(PROGRAM).toString(),
        workload.id(),
        String.valueOf(size),
        String.valueOf(effort.warmUp().toMillis()),
        String.valueOf(effort.repetitions()),
        String.valueOf(effort.shortest().toMillis()));
  }

  private static String go(String... arguments) {
    String[] command = new String[arguments.length + 1];
    command[0] = "go";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(sources().toFile())
              .redirectErrorStream(true)
              .start();
      String says = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(String.join(" ", command) + " failed:\n" + says);
      }
      return says;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while Go compiles", e);
    }
  }

  /** The build copies them to the classes. */
  private static Path sources() {
    URL main =
        Objects.requireNonNull(
            Goroutines.class.getResource(MAIN), "The program in Go is not among the classes.");
    try {
      return Objects.requireNonNull(Path.of(main.toURI()).getParent());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("No path: " + main, e);
    }
  }
}
