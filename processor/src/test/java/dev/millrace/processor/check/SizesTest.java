package dev.millrace.processor.check;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.processor.CompilerUnderTest;
import dev.millrace.processor.SourceText;
import dev.millrace.processor.TopologyProcessor;
import dev.millrace.processor.model.Topology;
import dev.millrace.processor.read.TopologyReader;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the generated class is said to take, compared with what javac makes of it. */
class SizesTest {

  private static final List<String> FOR_DEBUGGERS = List.of("-g", "-parameters");

  private static final Pattern RETURN = Pattern.compile("(?m)^ +(\\d+): return$");

  private static final int MANY = 11;

  @TempDir Path scratch;

  /**
   * One of a kind, and many: the difference is what each of them takes. Names and types are all
   * different, so that nothing is shared but what all topologies share.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ports | | @Producer('c-#') void put#(T# v); @Consumer('c-#') T# take#();",
        "ports of primitives | | @Producer('c#') void put#(int v); @Consumer('c#') int take#();",
        "ends | | @Producer('c#') Sender<T#> put#(); @Consumer('c#') Receiver<T#> take#();"
            + " @Close('c#') void end#();",
        "views of a broadcast | @Broadcast('c') | @Producer('c') void put#(int v);"
            + " @Consumer('c') Receiver<Integer> take#();",
        "requests | | @Request('c#') R# ask#(T# v) throws X#;"
            + " @Consumer('c#') default R# reply#(T# v) throws X# { return null; }",
        "sources and sinks | | @Producer('c#') default Stream<T#> all#() throws X# { return null; }"
            + " @Consumer('c#') default void see#(T# v) throws Y# {}",
        "pipelines | | @Producer('c#') void put#(T# v); @Consumer('d#') R# take#();"
            + " @Consumer('c#') @Producer('d#') default Optional<R#> pass#(T# v) throws X#"
            + " { return null; }",
        "turnstiles | | @Producer('c#') void put#(T# v); @Consumer('d#') R# take#();"
            + " @Workers(value = 3, ordered = true) @Consumer('c#') @Producer('d#')"
            + " default Stream<R#> pass#(T# v) { return null; }",
        "processes | | @Producer('c#') default void all#(Sender<T#> to) throws X# {}"
            + " @Consumer('c#') default void see#(Receiver<T#> from) throws Y# {}",
        "selects of ports | | @Producer('c#') void put#(T# v); sealed interface E# {}"
            + " @Case(value = 'c#', when = 'guard#') record Came#(T# v) implements E# {}"
            + " @Otherwise record None#() implements E# {}"
            + " @Select E# next#(); default boolean guard#() { return true; }",
        "selects of handlers | | @Producer('c#') void put#(T# v); interface H# { void come#(T# v)"
            + " throws X#; } interface O# { void none#(); } @Select void next#(@Case(value = 'c#',"
            + " when = 'guard#') H# came, @Otherwise O# none) throws X#; default boolean guard#() {"
            + " return true; }",
        "selects that send | | sealed interface F# {} @Producer('c#') record Sent#() implements F#"
            + " {} @Otherwise record None#() implements F# {} @Select F# offer#(@Producer('c#') T#"
            + " v); sealed interface E# {} @Case(value = 'c#', when = 'guard#') record Came#(T# v)"
            + " implements E# {} @Otherwise record Nothing#() implements E# {} @Select E# next#();"
            + " default boolean guard#() { return true; }",
        "actors | | @Producer('c#') void put#(T# v); sealed interface E# {}"
            + " @Case(value = 'c#', when = 'guard#') record Came#(T# v) implements E# {}"
            + " @Case(value = 'c#', closed = true) record End#() implements E# {}"
            + " @Otherwise(after = 'patience#') record None#() implements E# {}"
            + " default boolean guard#() { return true; }"
            + " default Duration patience#() { return null; } @Consumer('d#') R# take#();"
            + " @Select @Producer('d#') default R# on#(E# event) throws X# { return null; }",
        "actors of a broadcast | @Broadcast('c') | sealed interface E# {}"
            + " @Case(value = 'c', when = 'guard#') record Came#(int v) implements E# {}"
            + " @Otherwise(after = 'patience#') record None#() implements E# {}"
            + " default boolean guard#() { return true; }"
            + " default Duration patience#() { return null; }"
            + " @Select default void on#(E# event) throws X# {}",
        "actors of sources | | @Producer('c#') default Iterable<T#> all#() { return null; }"
            + " sealed interface E# {}"
            + " @Case(value = 'c#', when = 'guard#') record Came#(T# v) implements E# {}"
            + " @Otherwise(after = 'patience#') record None#() implements E# {}"
            + " default boolean guard#() { return true; }"
            + " default Duration patience#() { return null; }"
            + " @Select default void on#(E# event) throws X# {}",
      })
  void countsWhatJavacMakes(String kind, String annotation, String methods) throws IOException {
    Size one = compiled(1, annotation, methods);
    Size many = compiled(MANY, annotation, methods);
    assertAll(
        () -> assertTrue(one.constants <= one.expectedConstants, "fixed part: " + one),
        () -> assertTrue(one.bytes <= one.expectedBytes, "fixed part: " + one),
        () ->
            assertEnough(
                many.constants - one.constants, many.expectedConstants - one.expectedConstants),
        () -> assertEnough(many.bytes - one.bytes, many.expectedBytes - one.expectedBytes));
  }

  /** Not so much more either that topologies were refused for which there is room. */
  private static void assertEnough(int made, int expected) {
    assertTrue(
        made <= expected && expected <= made * 1.5,
        () -> expected + " expected in " + (MANY - 1) + " more, " + made + " made");
  }

  @Test
  void refusesTheFirstEndForWhichThereIsNoRoom() {
    assertEquals(1_763, Sizes.most(1_763, 65_534, 65_534));
    assertEquals(1_762, Sizes.most(1_763, 65_535, 65_534));
  }

  private record Size(int constants, int bytes, int expectedConstants, int expectedBytes) {}

  private Size compiled(int count, String annotation, String methods) throws IOException {
    Path folder = Files.createDirectory(scratch.resolve("of" + count));
    Reader reader = new Reader();
    String source =
        "package demo; import dev.millrace.*; import dev.millrace.annotation.*;"
            + " import java.time.Duration; import java.util.*; import java.util.stream.Stream;\n"
            + "@Topology "
            + (annotation == null ? "" : annotation).replace('\'', '"')
            + " public interface Large {\n"
            + (annotation == null ? "" : "@Producer(\"c\") void put(int v);\n")
            + IntStream.range(1, count + 1)
                .mapToObj(i -> types(i) + methods.replace('\'', '"').replace("#", "" + i) + "\n")
                .collect(Collectors.joining())
            + "}";
    List<CompilerUnderTest.Told> told =
        CompilerUnderTest.JAVAC.compile(
            List.of(new SourceText("demo/Large.java", source)),
            CompilerUnderTest.RUNTIME,
            folder,
            reader,
            FOR_DEBUGGERS);
    Path made = folder.resolve("classes/demo/LargeTopology.class");
    assertTrue(Files.exists(made), told::toString);
    return new Size(constants(made), bytes(made), reader.constants, reader.bytes);
  }

  private static String types(int number) {
    return ("record T#() {} record R#() {}"
            + " class X# extends Exception {} class Y# extends Exception {}\n")
        .replace("#", "" + number);
  }

  /** The number stands behind the magic number and the version. */
  private static int constants(Path made) throws IOException {
    try (DataInputStream in = new DataInputStream(Files.newInputStream(made))) {
      in.skipNBytes(8);
      return in.readUnsignedShort();
    }
  }

  private static int bytes(Path made) {
    ByteArrayOutputStream listing = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(listing, false, StandardCharsets.UTF_8);
    ToolProvider javap = ToolProvider.findFirst("javap").orElseThrow();
    assertEquals(0, javap.run(out, out, "-c", "-p", made.toString()));
    out.flush();
    // The constructor comes first; its only return is its last instruction.
    Matcher last = RETURN.matcher(listing.toString(StandardCharsets.UTF_8));
    assertTrue(last.find());
    return Integer.parseInt(last.group(1)) + 1;
  }

  /** Generates as usual, and notes down what is expected of the class. */
  private static final class Reader extends AbstractProcessor {

    private final TopologyProcessor processor = new TopologyProcessor();
    private int constants;
    private int bytes;

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return processor.getSupportedAnnotationTypes();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return processor.getSupportedSourceVersion();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
      super.init(environment);
      processor.init(environment);
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      TypeElement large = processingEnv.getElementUtils().getTypeElement("demo.Large");
      Topology topology =
          new TopologyReader(processingEnv.getTypeUtils(), processingEnv.getElementUtils())
              .read(large);
      constants = ConstantPool.entriesOf(topology);
      bytes = ConstructorCode.bytesOf(topology);
      processor.process(annotations, round);
      return false;
    }
  }
}
