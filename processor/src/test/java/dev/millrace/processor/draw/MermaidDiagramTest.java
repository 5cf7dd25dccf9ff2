package dev.millrace.processor.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.processor.write.GoldenTopology;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The diagrams are in the golden files; here is what must hold for all of them. */
class MermaidDiagramTest {

  private static final Pattern NODE = Pattern.compile("(?m)^  (\\w+)[\\[({]+\"");
  private static final Pattern ARROW = Pattern.compile("(?m)^  (\\w+) <?-.* (\\w+)$");

  @ParameterizedTest
  @EnumSource
  void connectsOnlyWhatItDraws(GoldenTopology golden) throws IOException {
    String diagram = Files.readString(golden.expectedDiagram());
    Set<String> drawn = new TreeSet<>();
    NODE.matcher(diagram).results().map(node -> node.group(1)).forEach(drawn::add);

    List<MatchResult> arrows = ARROW.matcher(diagram).results().toList();

    assertTrue(!arrows.isEmpty(), diagram);
    for (MatchResult arrow : arrows) {
      assertTrue(drawn.contains(arrow.group(1)), arrow.group());
      assertTrue(drawn.contains(arrow.group(2)), arrow.group());
    }
  }

  /** A label is HTML to Mermaid, which also gives meaning to words such as {@code end}. */
  @Test
  void escapesWhatMermaidWouldRead() {
    Picture picture =
        new Picture(
            "demo.Ends",
            "demo.EndsTopology",
            List.of(new Picture.Port("end(List<String>)", "end")),
            List.of(new Picture.Stage("Host.work(List)", "demo.Host", 2, true)),
            List.of());

    List<String> lines = MermaidDiagram.of(picture).lines().toList();

    assertEquals("  endPort([\"end\"]):::port", lines.get(1));
    assertEquals("  hostWorkListStage[\"Host.work(List) x2 ordered\"]:::stage", lines.get(2));
  }
}
