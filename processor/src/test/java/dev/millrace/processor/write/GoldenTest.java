package dev.millrace.processor.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.testing.compile.Compilation;
import dev.millrace.processor.CompilerUnderTest;
import dev.millrace.processor.CompilerUnderTest.Told;
import dev.millrace.processor.SourceText;
import dev.millrace.processor.TopologyProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is generated, letter by letter. {@code -Dgolden.update=true} writes the files anew. */
class GoldenTest {

  private static final int WIDEST_LINE = 100;

  @ParameterizedTest
  @EnumSource
  void generatesTheFilesOfTheGoldenFolder(GoldenTopology golden) throws IOException {
    Compilation compilation = Generation.of(golden.sources());

    assertGolden(golden.expected(), Generation.textOf(golden.generatedClass(), compilation));
    assertGolden(golden.expectedData(), Generation.resource(golden.data(), compilation));
    assertGolden(golden.expectedDiagram(), Generation.resource(golden.diagram(), compilation));
  }

  private static void assertGolden(Path expected, String generated) throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(expected, generated);
    }
    if (!Files.exists(expected)) {
      fail("There is no " + expected.toAbsolutePath() + ". Run with -Dgolden.update=true.");
    }
    assertEquals(Files.readString(expected), generated);
  }

  @ParameterizedTest
  @EnumSource
  void generatesTheSameBytesFromSourcesInReverseOrder(GoldenTopology golden) throws IOException {
    List<JavaFileObject> sources = new ArrayList<>(golden.sources());
    // A neighbour makes sure that there is an order to reverse.
    sources.addAll(
        (golden == GoldenTopology.JOB_BOARD ? GoldenTopology.WORD_COUNT : GoldenTopology.JOB_BOARD)
            .sources());
    List<JavaFileObject> reversed = new ArrayList<>(sources);
    Collections.reverse(reversed);

    Compilation inOrder = Generation.of(sources);
    Compilation inReverse = Generation.of(reversed);
    assertEquals(
        Generation.textOf(golden.generatedClass(), inOrder),
        Generation.textOf(golden.generatedClass(), inReverse));
    for (String resource : List.of(golden.data(), golden.diagram())) {
      assertEquals(
          Generation.resource(resource, inOrder), Generation.resource(resource, inReverse));
    }
  }

  @ParameterizedTest
  @EnumSource
  void compilesInTheCompilerOfEclipseToo(GoldenTopology golden, @TempDir Path scratch)
      throws IOException {
    List<SourceText> sources = new ArrayList<>();
    for (JavaFileObject source : golden.sources()) {
      String name = Path.of(source.getName()).getFileName().toString();
      sources.add(new SourceText("demo/" + name, source.getCharContent(false).toString()));
    }

    List<Told> told =
        CompilerUnderTest.ECJ.compile(
            sources, CompilerUnderTest.RUNTIME, scratch, new TopologyProcessor());

    assertEquals(List.of(), told.stream().filter(GoldenTest::isNoMatterOfTaste).toList());
    assertEquals(
        Files.readString(golden.expected()),
        Files.readString(
            scratch
                .resolve("generated")
                .resolve(golden.generatedClass().replace('.', '/') + ".java")));
  }

  /** ECJ also warns of imports that nobody uses in the sources of the test, and the like. */
  private static boolean isNoMatterOfTaste(Told told) {
    return told.kind() == Diagnostic.Kind.ERROR || told.file().endsWith("Topology.java");
  }

  @ParameterizedTest
  @EnumSource
  void staysWithinTheWidthOfAPage(GoldenTopology golden) throws IOException {
    for (String line : Files.readAllLines(golden.expected())) {
      assertTrue(line.length() <= WIDEST_LINE, line);
    }
  }
}
