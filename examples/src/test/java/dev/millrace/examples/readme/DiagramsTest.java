package dev.millrace.examples.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.millrace.examples.readme.Readme.Diagram;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The README's diagrams are those that the compiler drew. {@code -Dreadme.update=true} puts them
 * in.
 */
class DiagramsTest {

  @TestFactory
  Stream<DynamicTest> areTheCompilersOwn() throws Exception {
    return Readme.read().diagrams().stream()
        .map(
            diagram ->
                DynamicTest.dynamicTest(diagram.topology(), () -> isTheCompilersOwn(diagram)));
  }

  private static void isTheCompilersOwn(Diagram diagram) throws Exception {
    String drawn = drawn(diagram.topology());
    if (Boolean.getBoolean("readme.update")) {
      Path readme = Readme.root().resolve("README.md");
      Files.writeString(
          readme, Files.readString(readme).replace(diagram.passage(), diagram.passageWith(drawn)));
    } else {
      assertEquals(drawn, diagram.lines());
    }
  }

  private static String drawn(String topology) throws Exception {
    String name = "/META-INF/millrace/" + topology + ".mmd";
    try (InputStream file = DiagramsTest.class.getResourceAsStream(name)) {
      assertNotNull(file, name + " was not generated");
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void everyDiagramSaysOfWhatItIs() throws Exception {
    Readme readme = Readme.read();

    assertEquals(readme.blocks("mermaid"), readme.diagrams().stream().map(Diagram::lines).toList());
    assertEquals(List.of(), readme.diagrams().stream().filter(d -> d.lines().isBlank()).toList());
  }
}
