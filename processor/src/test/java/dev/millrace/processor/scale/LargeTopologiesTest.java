package dev.millrace.processor.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.processor.CompilerUnderTest;
import dev.millrace.processor.CompilerUnderTest.Told;
import dev.millrace.processor.SourceText;
import dev.millrace.processor.TopologyProcessor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Topologies as large as a class file can hold, and larger ones. */
class LargeTopologiesTest {

  private static final String BEGINNING =
      "package demo; import dev.millrace.*; import dev.millrace.annotation.*; import"
          + " java.util.*;\n";

  /** One end each, with all that an actor may have. */
  private static final String ACTOR_OF_BROADCAST =
      "sealed interface Event%1$d {} @Select default void on%1$d(Event%1$d event) {}"
          + " @Case(value = \"all\", when = \"guard%1$d\")"
          + " record Came%1$d(int v) implements Event%1$d {}"
          + " @Otherwise(after = \"patience%1$d\") record None%1$d() implements Event%1$d {}"
          + " default boolean guard%1$d() { return true; }"
          + " default java.time.Duration patience%1$d() { return java.time.Duration.ZERO; }";

  /** Two ends of a channel, each of a select of its own. */
  private static final String SELECTS_THAT_SEND =
      "sealed interface Put%1$d {} @Producer(\"c%1$d\") record Sent%1$d() implements Put%1$d {}"
          + " @Otherwise record Full%1$d() implements Put%1$d {}"
          + " @Select Put%1$d put%1$d(@Producer(\"c%1$d\") int v);"
          + " sealed interface Take%1$d {}"
          + " @Case(\"c%1$d\") record Came%1$d(int v) implements Take%1$d {}"
          + " @Otherwise record None%1$d() implements Take%1$d {}"
          + " @Select Take%1$d take%1$d();";

  @TempDir Path scratch;

  /** With a fold at its end, for which the checks look back to its beginning. */
  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void aPipelineOfAThousandStagesRuns() throws Exception {
    String pipeline =
        "@Topology public interface Large {\n"
            + "@Producer(\"c0\") void send(int value) throws InterruptedException;\n"
            + "@Close(\"c0\") void end();\n"
            + methods(
                1_000,
                "@Consumer(\"c%1$d\") @Producer(\"c%2$d\") default int pass%1$d(int value)"
                    + " { return value + 1; }")
            + "@Consumer(\"c1000\") @Producer(\"sums\") default int sum("
            + "dev.millrace.Receiver<Integer> values) { return values.stream().mapToInt(v -> v)"
            + ".sum(); }\n"
            + "@Consumer(\"sums\") int sum() throws InterruptedException;\n}";
    String run =
        """
        public class Run implements java.util.concurrent.Callable<Integer> {
          public Integer call() throws Exception {
            try (LargeTopology topology = LargeTopology.start()) {
              for (int i = 0; i < 10; i++) {
                topology.send(i);
              }
              topology.end();
              return topology.sum();
            }
          }
        }
        """;
    assertEquals(
        List.of(), compile(CompilerUnderTest.JAVAC, source("Large", pipeline), source("Run", run)));
    URL[] classes = {scratch.resolve("classes").toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(classes, getClass().getClassLoader())) {
      Object found = loader.loadClass("demo.Run").getConstructor().newInstance();
      assertEquals(IntStream.range(1_000, 1_010).sum(), ((Callable<?>) found).call());
    }
  }

  /**
   * So many that there are 2,100 ends of channels, the most that are allowed; of the last two
   * kinds, which take more room, so many as there is room for.
   */
  @Tag("campaign")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1050 | @Producer(\"c%1$d\") void put%1$d(int v) throws InterruptedException;"
            + " @Consumer(\"c%1$d\") int take%1$d() throws InterruptedException;",
        "1050 | @Request(\"c%1$d\") int ask%1$d(int v) throws InterruptedException;"
            + " @Consumer(\"c%1$d\") default int reply%1$d(int v) { return v; }",
        "1050 | @Producer(\"c%1$d\") default Iterable<Integer> all%1$d() { return List.of(1); }"
            + " @Consumer(\"c%1$d\") default void see%1$d(int v) {}",
        "1050 | @Producer(\"c%1$d\") default void all%1$d(dev.millrace.Sender<Integer> out) {}"
            + " @Consumer(\"c%1$d\") default void see%1$d(dev.millrace.Receiver<Integer> in) {}",
        "1050 | @Producer(\"c%1$d\") void put%1$d(int v) throws InterruptedException;"
            + " @Case(\"c%1$d\") record Came%1$d(int v) implements Event {}",
        "700 | @Producer(\"c%1$d\") void put%1$d(int v) throws InterruptedException;"
            + " sealed interface Event%1$d {}"
            + " @Case(\"c%1$d\") record Came%1$d(int v) implements Event%1$d {}"
            + " @Case(value = \"c%1$d\", closed = true) record End%1$d() implements Event%1$d {}"
            + " @Otherwise(after = \"patience\") record None%1$d() implements Event%1$d {}"
            + " @Select default void on%1$d(Event%1$d event) {}",
        "1762 | " + ACTOR_OF_BROADCAST,
        "909 | " + SELECTS_THAT_SEND,
      })
  void compilesAtTheLimit(int count, String methods) {
    assertEquals(
        List.of(), compile(CompilerUnderTest.JAVAC, source("Large", large(count, methods))));
  }

  private static String large(int count, String methods) {
    String shared = "default java.time.Duration patience() { return java.time.Duration.ZERO; }\n";
    String annotation = "@Topology";
    if (methods.contains("implements Event {")) {
      shared = "sealed interface Event {} @Select default void on(Event event) {}\n";
    } else if (methods.contains("\"all\"")) {
      shared = "@Producer(\"all\") void put(int v);\n";
      annotation = "@Broadcast(\"all\") @Topology";
    }
    return annotation + " public interface Large {\n" + shared + methods(count, methods) + "}";
  }

  /** More than 254 parameters are an error of javac: an actor with more channels reads fields. */
  @ParameterizedTest
  @CsvSource({"254, 254", "255, 0"})
  void anActorLoopsOverAsManyParametersAsAMethodMayHave(int channels, int parameters)
      throws Exception {
    String large =
        "@Topology public interface Large {\n"
            + "sealed interface Event {} @Select default void on(Event event) {}\n"
            + methods(
                channels,
                "@Producer(\"c%1$d\") void put%1$d(int v) throws InterruptedException;"
                    + " @Case(\"c%1$d\") record Came%1$d(int v) implements Event {}")
            + "}";
    assertEquals(List.of(), compile(CompilerUnderTest.JAVAC, source("Large", large)));
    URL[] classes = {scratch.resolve("classes").toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(classes, getClass().getClassLoader())) {
      assertEquals(
          List.of(parameters),
          Arrays.stream(loader.loadClass("demo.LargeTopology").getDeclaredMethods())
              .filter(method -> method.getName().equals("runOn"))
              .map(Method::getParameterCount)
              .toList());
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusesMoreEndsThanAClassFileHolds(CompilerUnderTest compiler) {
    String large =
        "@Topology public interface Large {\n"
            + methods(
                1_051,
                "@Producer(\"c%1$d\") void put%1$d(int v); @Consumer(\"c%1$d\") int take%1$d();")
            + "}";
    assertEquals(
        List.of(
            "[TooLarge] The methods of Large have 2102 ends of channels, but a class file has room"
                + " for 2100. Make several topologies of it, and hand values on between their"
                + " ports."),
        compile(compiler, source("Large", large)));
  }

  @ParameterizedTest
  @EnumSource
  void refusesMoreStageClassesThanStartCanTake(CompilerUnderTest compiler) {
    String names =
        IntStream.range(0, 254)
            .mapToObj(i -> "Large.S" + i + ".class")
            .collect(Collectors.joining(", "));
    String large =
        "@Topology(stages = {"
            + names
            + "}) public interface Large {\n"
            + methods(
                254,
                "@Producer(\"c%1$d\") void put%1$d(int value);"
                    + " class S%1$d { @Consumer(\"c%1$d\") void see(int value) {} }")
            + "}";
    assertEquals(
        List.of(
            "[TooLarge] Large has 254 stage classes, but LargeTopology.start() can take 253"
                + " parameters. Join some of the classes."),
        compile(compiler, source("Large", large)));
  }

  /** Some take more of the constant pool than others, or more of the constructor. */
  @Tag("campaign")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1763 | 1764 | 1763 | " + ACTOR_OF_BROADCAST,
        "910 | 1820 | 1819 | " + SELECTS_THAT_SEND,
      })
  void refusesFewerEndsThatTakeMoreRoom(int count, int ends, int most, String methods) {
    assertEquals(
        List.of(
            "[TooLarge] The methods of Large have "
                + ends
                + " ends of channels, but a class file has room for "
                + most
                + ". Make several topologies of it, and hand values on between their ports."),
        compile(CompilerUnderTest.JAVAC, source("Large", large(count, methods))));
  }

  private static String methods(int count, String template) {
    return IntStream.range(0, count)
        .mapToObj(i -> String.format(Locale.ROOT, template, i, i + 1) + "\n")
        .collect(Collectors.joining());
  }

  private static SourceText source(String name, String type) {
    return new SourceText("demo/" + name + ".java", BEGINNING + type);
  }

  private List<String> compile(CompilerUnderTest compiler, SourceText... sources) {
    return compiler
        .compile(List.of(sources), CompilerUnderTest.RUNTIME, scratch, new TopologyProcessor())
        .stream()
        .map(Told::message)
        // ECJ's own warnings.
        .filter(message -> !message.startsWith("The import"))
        .toList();
  }
}
