package dev.millrace.examples.javadoc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.millrace.examples.Program;
import dev.millrace.examples.javadoc.PublicSources.SourceFile;
import dev.millrace.examples.readme.Snippet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The code in the documentation compiles without a warning, and prints what it says it prints. */
class JavadocExamplesTest {
  /** How documentation can show code; only the first, with {@code @code} in it, is compiled. */
  private static final Pattern SHOWN = Pattern.compile("<pre\\b|\\{@snippet\\b");

  private static final String FOR_GENERATED_CODE = "dev.millrace.generated";

  /** Public types that need no example, each with the reason. */
  private static final Map<String, String> WITHOUT_EXAMPLE =
      Map.of(
          "ChannelException", "the base of the others: caught like any exception",
          "ChannelEmptyException", "thrown by one method, whose documentation says what to use",
          "ChannelFullException", "thrown by one method, whose documentation says what to use",
          "ChannelInterruptedException", "thrown where InterruptedException is not declared",
          "Overflow", "an enumeration; Channel has a method for each constant",
          "Nullable", "marks the signatures of this library");

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> compilesAndPrintsWhatItSays() throws Exception {
    return PublicSources.read().examples().stream()
        .map(example -> DynamicTest.dynamicTest(example.place(), () -> check(example)));
  }

  private void check(Example example) throws Exception {
    Path classes = Files.createTempDirectory(folder, "example");
    Snippet snippet = example.inSurroundings();
    assertEquals("", snippet.compileTo(classes), snippet::source);
    if (!example.printed().isEmpty()) {
      Program.Ended ended = Program.runFrom(classes, snippet.mainClass());
      assertEquals("", ended.errors());
      assertEquals(example.printed(), ended.output().lines().toList());
      assertEquals(0, ended.status());
    }
  }

  @Test
  void someExamplesSayWhatTheyPrint() throws Exception {
    assertFalse(PublicSources.read().examples().stream().allMatch(e -> e.printed().isEmpty()));
  }

  /** Counts by text what was found by structure: code shown in another way would go unchecked. */
  @Test
  void noCodeIsPassedOver() throws Exception {
    List<Path> passedOver = new ArrayList<>();
    for (SourceFile file : PublicSources.read().files()) {
      if (SHOWN.matcher(file.text()).results().count() != file.examples().size()) {
        passedOver.add(file.path());
      }
    }

    assertEquals(List.of(), passedOver, "show code only as <pre>{@code ...}</pre>");
  }

  @Test
  void publicTypesHaveAnExampleUnlessThereIsAReason() throws Exception {
    Set<String> without = new TreeSet<>();
    for (SourceFile file : PublicSources.read().files()) {
      if (file.examples().isEmpty() && !file.packageName().equals(FOR_GENERATED_CODE)) {
        without.addAll(file.publicTypes());
      }
    }

    assertEquals(new TreeSet<>(WITHOUT_EXAMPLE.keySet()), without);
  }
}
