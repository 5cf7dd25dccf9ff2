package dev.millrace.examples.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The README as its readers see it: text, and blocks of code. */
final class Readme {
  private static final String FENCE = "```mermaid\n";

  private static final Pattern DIAGRAM =
      Pattern.compile(
          "src/main/java/(?<topology>[\\w/]+)\\.java\\)[^(`]*\n" + FENCE + "(?<lines>[^`]*)```");

  private final String text;
  private final List<Block> blocks;

  private Readme(String text, List<Block> blocks) {
    this.text = text;
    this.blocks = List.copyOf(blocks);
  }

  /**
   * A block between two fences.
   *
   * @param language what stands behind the opening fence
   * @param lines the lines between the fences, each with its line feed
   */
  record Block(String language, String lines) {}

  /**
   * A diagram, under a link to the source of its topology.
   *
   * @param topology the qualified name of the interface
   * @param passage the text from the link to the end of the diagram
   * @param lines the diagram
   */
  record Diagram(String topology, String passage, String lines) {

    /** The passage with other lines. */
    String passageWith(String others) {
      return passage.substring(0, passage.indexOf(FENCE)) + FENCE + others + "```";
    }
  }

  static Readme read() throws IOException {
    String text = Files.readString(root().resolve("README.md"));
    List<Block> blocks = new ArrayList<>();
    StringBuilder lines = new StringBuilder();
    String language = null;
    for (String line : text.lines().toList()) {
      if (language == null) {
        if (line.startsWith("```")) {
          language = line.substring(3);
        }
      } else if (line.equals("```")) {
        blocks.add(new Block(language, lines.toString()));
        lines.setLength(0);
        language = null;
      } else {
        lines.append(line).append('\n');
      }
    }
    if (language != null) {
      throw new AssertionError("README.md: a block of " + language + " has no end");
    }
    return new Readme(text, blocks);
  }

  /** The folder of the repository; tests run in the folder of their module. */
  static Path root() {
    return Path.of("..").toAbsolutePath().normalize();
  }

  String text() {
    return text;
  }

  List<Block> blocks() {
    return blocks;
  }

  /** All blocks of a language. */
  List<String> blocks(String language) {
    return blocks.stream()
        .filter(block -> block.language().equals(language))
        .map(Block::lines)
        .toList();
  }

  /** The first block of a language behind some text. */
  String blockAfter(String before, String language) {
    int begin = text.indexOf("```" + language + "\n", indexOf(before)) + 4 + language.length();
    return text.substring(begin, text.indexOf("```", begin));
  }

  /** The diagrams, each of the interface to which the nearest link above it leads. */
  List<Diagram> diagrams() {
    return DIAGRAM
        .matcher(text)
        .results()
        .map(
            found ->
                new Diagram(
                    found.group("topology").replace('/', '.'), found.group(), found.group("lines")))
        .toList();
  }

  private int indexOf(String part) {
    int index = text.indexOf(part);
    if (index < 0) {
      throw new AssertionError("README.md no longer says: " + part);
    }
    return index;
  }
}
