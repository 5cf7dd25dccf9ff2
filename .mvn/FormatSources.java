import com.google.googlejavaformat.java.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs google-java-format over the sources of every module, as one source-file program that the
 * build starts with the JDK it selected: inside Maven's own, possibly older, Java the formatter
 * could not parse what that JDK compiles.
 *
 * <p>Arguments: {@code check} or {@code write}, then the root directory of the build.
 */
final class FormatSources {
  public static void main(String[] args) throws Exception {
    List<String> files = sources(Path.of(args[1]));
    List<String> mode =
        switch (args[0]) {
          case "check" -> List.of("--dry-run", "--set-exit-if-changed");
          case "write" -> List.of("--replace");
          default ->
              throw new IllegalArgumentException(
                  "-Dformat=check or -Dformat=write, not " + args[0]);
        };
    PrintWriter out = new PrintWriter(System.out, true);
    PrintWriter err = new PrintWriter(System.err, true);
    int status =
        new Main(out, err, System.in)
            .format(Stream.concat(mode.stream(), files.stream()).toArray(String[]::new));
    out.flush();
    err.flush();
    if (status != 0) {
      System.err.println(
          "These sources are not formatted; `mvn -N verify -Dformat=write` does it.");
    }
    System.exit(status);
  }

  private static List<String> sources(Path root) throws IOException {
    try (Stream<Path> walk = Files.walk(root)) {
      return walk.filter(file -> isSource(root.relativize(file)))
          .map(Path::toString)
          .sorted()
          .toList();
    }
  }

  /** {@code module/src/main/java/.../Name.java}, or test for main; modules may be nested. */
  private static boolean isSource(Path file) {
    return file.startsWith(".mvn") && file.toString().endsWith(".java")
        || file.toString().replace('\\', '/').matches("[^.].*?/src/(main|test)/java/.*[.]java");
  }
}
