package dev.millrace.examples.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.examples.Program;
import dev.millrace.examples.readme.Readme.Block;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is what happens. */
class ReadmeTest {
  private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)\\)");
  private static final Pattern TYPO =
      Pattern.compile("Write `(?<wrong>.+?)` where the example says `(?<right>.+?)`, and");

  @TempDir Path folder;

  @Test
  void opensWithTheTwoCommands() throws Exception {
    assertEquals("mvn -q compile exec:exec\nmvn verify\n", Readme.read().blocks("sh").getFirst());
  }

  /** A Java block compiles without a warning, and prints the text block that follows it. */
  @TestFactory
  Stream<DynamicTest> runsAsItSays() throws Exception {
    List<Block> blocks = Readme.read().blocks();
    List<DynamicTest> tests = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i).language().equals("java")) {
        Snippet snippet = new Snippet(blocks.get(i).lines());
        Block next = blocks.get(i + 1);
        assertEquals("text", next.language(), "each Java block is followed by its output");
        tests.add(DynamicTest.dynamicTest(snippet.name(), () -> runs(snippet, next.lines())));
      }
    }
    assertFalse(tests.isEmpty(), "there is an example");
    return tests.stream();
  }

  private void runs(Snippet snippet, String output) throws Exception {
    assertEquals("", snippet.compileTo(folder));

    Program.Ended ended = Program.runFrom(folder, snippet.mainClass());

    assertEquals("", ended.errors());
    assertEquals(output, ended.output());
    assertEquals(0, ended.status());
  }

  @Test
  void exampleFitsOnOneScreen() throws Exception {
    long lines = Readme.read().blocks("java").getFirst().lines().filter(s -> !s.isBlank()).count();

    assertTrue(lines <= 32, lines + " lines");
  }

  @Test
  void typoGivesTheMessageThatIsShown() throws Exception {
    Readme readme = Readme.read();
    Matcher typo = TYPO.matcher(readme.text());
    assertTrue(typo.find(), "the README says which typo it means");
    String example = readme.blocks("java").getFirst();
    assertTrue(example.contains(typo.group("right")), "the example has what is misspelt");

    String message =
        new Snippet(example.replace(typo.group("right"), typo.group("wrong"))).compileTo(folder);

    assertEquals(message, readme.blockAfter(typo.group(), "text"));
  }

  @Test
  void linksLeadToFiles() throws Exception {
    List<String> links = LINK.matcher(Readme.read().text()).results().map(m -> m.group(1)).toList();

    assertFalse(links.isEmpty());
    for (String link : links) {
      assertTrue(Files.exists(Readme.root().resolve(link)), link);
    }
  }
}
