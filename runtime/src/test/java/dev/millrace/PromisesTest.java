package dev.millrace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of promises names tests that exist, and every promise has one. */
class PromisesTest {

  private static final Pattern SHOWN = Pattern.compile("`(?<type>[A-Z]\\w+)#(?<member>\\w+)`");
  private static final List<Path> TESTS =
      List.of(
          Path.of("src", "test", "java"),
          Path.of("jcstress", "src", "main", "java"),
          Path.of("..", "examples", "src", "test", "java"));

  @Test
  void areShownByTestsThatExist() throws IOException {
    Map<String, String> sources = sources();
    List<String> missing = new ArrayList<>();
    List<MatchResult> shown =
        SHOWN.matcher(Files.readString(Path.of("PROMISES.md"))).results().toList();
    for (MatchResult one : shown) {
      String source = sources.getOrDefault(one.group("type"), "");
      Pattern member = Pattern.compile("(?:void|class) " + one.group("member") + "\\b");
      if (!member.matcher(source).find()) {
        missing.add(one.group());
      }
    }

    assertFalse(shown.isEmpty());
    assertEquals(List.of(), missing);
  }

  @Test
  void areAllShown() throws IOException {
    List<String> rows =
        Files.readAllLines(Path.of("PROMISES.md")).stream()
            .filter(line -> line.startsWith("| "))
            .filter(line -> !line.startsWith("| promise "))
            .toList();

    assertFalse(rows.isEmpty());
    assertEquals(
        List.of(), rows.stream().filter(row -> !row.matches(".*`[A-Z]\\w+(#\\w+)?`.*")).toList());
  }

  /** The text of every test, by the name of its class; namesakes together. */
  private static Map<String, String> sources() throws IOException {
    Map<String, String> sources = new HashMap<>();
    for (Path folder : TESTS) {
      try (Stream<Path> files = Files.walk(folder)) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .forEach(
                file ->
                    sources.merge(
                        file.getFileName().toString().replace(".java", ""),
                        read(file),
                        String::concat));
      }
    }
    return sources;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
