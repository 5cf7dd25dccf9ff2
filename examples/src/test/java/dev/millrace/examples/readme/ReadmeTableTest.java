package dev.millrace.examples.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.Channel;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the table for people from elsewhere says is there. */
class ReadmeTableTest {

  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  @TempDir Path folder;

  @Test
  void everyCallInTheMillraceColumnCompiles() throws Exception {
    List<String> calls = millraceColumn();
    assertTrue(calls.contains("c.send(v)"), "the table is read");
    String statements =
        calls.stream().map(ReadmeTableTest::statement).collect(Collectors.joining("\n    "));
    Snippet all =
        new Snippet(
            """
            import dev.millrace.*;
            import dev.millrace.annotation.*;
            import java.time.Duration;
            import java.util.function.Consumer;

            record Calls<T>(Channel<T> c, T v, int n, Duration d, Throwable cause) {
              void all(Selector.Builder<T> select) throws InterruptedException {
                %s
              }

              private static void type(Class<?> type) {}

              private static void starts(Consumer<Runnable> way) {}
            }
            """
                .formatted(statements));
    assertEquals("", all.compileTo(folder), statements);
  }

  private static List<String> millraceColumn() throws Exception {
    return Readme.read()
        .text()
        .lines()
        .dropWhile(line -> !line.equals("## Coming from elsewhere"))
        .dropWhile(line -> !line.startsWith("|---"))
        .skip(1)
        .takeWhile(line -> line.startsWith("|"))
        .map(row -> row.substring(row.lastIndexOf('|', row.length() - 2)))
        .flatMap(cell -> CODE.matcher(cell).results().map(code -> code.group(1)))
        .toList();
  }

  /** Makes a whole statement of what the table only hints at. */
  private static String statement(String code) {
    String call = code.replace("...", "() -> v");
    if (call.matches("(for|try) \\(.*\\)")) {
      return call + " { c.send(v); }";
    }
    if (call.matches("@?[A-Z]\\w*")) {
      return "type(" + call.replace("@", "") + ".class);";
    }
    if (call.matches("[A-Z]\\w*\\.\\w+")) {
      return "starts(" + call.replace(".", "::") + ");";
    }
    if (call.equals("null")) {
      return "select.receive((Receiver<T>) null, value -> value);";
    }
    if (call.matches("\\w+")) {
      return "select." + call + "(() -> true);";
    }
    return call.matches("\\w+\\(.*") ? owner(call) + "." + call + ";" : call + ";";
  }

  /** On what a method is called that the table names alone. */
  private static String owner(String call) {
    List<Method> methods =
        Stream.of(Channel.class.getMethods())
            .filter(method -> call.startsWith(method.getName() + "("))
            .toList();
    if (methods.isEmpty()) {
      return "select";
    }
    return Modifier.isStatic(methods.getFirst().getModifiers()) ? "Channel" : "c";
  }
}
