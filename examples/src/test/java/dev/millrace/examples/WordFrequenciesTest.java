package dev.millrace.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.millrace.examples.Program.Ended;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the program as users do, on files made for it. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class WordFrequenciesTest {

  @TempDir Path folder;

  @BeforeEach
  void writeTexts() throws IOException {
    write("texts/a.txt", "the mill and the race\n");
    write("texts/deep/er/b.txt", "The race;\nthe_race, naïve\n\nno line feed");
    write("texts/empty", "");
  }

  @Test
  void printsFilesLinesWordsAndTheMostFrequent() throws Exception {
    Ended ended = run("texts");

    assertEquals("", ended.errors());
    assertEquals(
        """
        files    3
        lines    5
        words    13
        skipped  0

                2  race
                2  the
                1  The
                1  and
                1  feed
                1  line
                1  mill
                1  na
                1  no
                1  the_race
                1  ve

        time     0.0 s
        """,
        ended.output().replaceFirst("\\d+\\.\\d s", "0.0 s"));
    assertEquals(0, ended.status());
  }

  @Test
  void listsTwentyWords() throws Exception {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= 30; i++) {
      text.append(("w" + i + " ").repeat(i));
    }
    write("many", text.toString());

    List<String> listed = run("many").output().lines().filter(line -> line.contains(" w")).toList();

    assertEquals(20, listed.size());
    assertEquals("       30  w30", listed.getFirst());
    assertEquals("       11  w11", listed.getLast());
  }

  @Test
  void takesSeveralArgumentsAndCountsTwiceWhatIsNamedTwice() throws Exception {
    Ended ended = run("texts/a.txt", "texts", "texts/deep");

    assertEquals(5 + 13 + 8, ended.number("words"));
    assertEquals(5, ended.number("files"));
  }

  @Test
  void countsTheWorkingDirectoryByDefaultWithoutWhatGitAndMavenWrote() throws Exception {
    write(".git/config", "not these words");
    write("texts/target/classes/X.class", "\0");
    write(".hidden", "but this");

    Ended ended = Program.run(folder, WordFrequencies.class);

    assertEquals("", ended.errors());
    assertEquals(13 + 2, ended.number("words"));
    assertEquals(0, ended.status());
  }

  @Test
  void countsEverythingInADirectoryThatIsNamed() throws Exception {
    write("texts/target/notes", "three more words");

    assertEquals(13 + 3, run("texts").number("words"));
  }

  @Test
  void warnsAboutEachFileItCannotCountAndCountsTheOthers() throws Exception {
    write("texts/binary", "words and \0");
    write("texts/late", "words ".repeat(50_000) + "\0");
    Files.write(folder.resolve("texts/latin1"), new byte[] {'n', 'a', (byte) 0xef, 'v', 'e', '\n'});

    Ended ended = run("missing", "texts", "texts/a.txt/b");

    assertEquals(
        """
        warning: missing: no such file or directory
        warning: texts/binary: not text in UTF-8
        warning: texts/late: not text in UTF-8
        warning: texts/latin1: not text in UTF-8
        warning: texts/a.txt/b: no such file or directory
        """,
        ended.errors());
    assertEquals(13, ended.number("words"));
    assertEquals(3, ended.number("files"));
    assertEquals(5, ended.number("skipped"));
    assertEquals(1, ended.status());
  }

  @Test
  void warnsAboutAFileThatMayNotBeRead() throws Exception {
    Path secret = write("texts/secret", "hidden words");
    assertTrue(secret.toFile().setReadable(false));
    assumeTrue(!Files.isReadable(secret), "this user may read everything");

    Ended ended = run("texts");

    assertEquals("warning: texts/secret: permission denied\n", ended.errors());
    assertEquals(13, ended.number("words"));
    assertEquals(1, ended.status());
  }

  @Test
  void warnsAboutAFileThatFailsWhileItIsRead() throws Exception {
    // On Linux: a regular file whose first page can never be read, not even by root.
    assumeTrue(Files.isRegularFile(Path.of("/proc/self/mem")), "no file here that fails");

    Ended ended = run("/proc/self/mem", "texts");

    assertEquals("warning: /proc/self/mem: Input/output error\n", ended.errors());
    assertEquals(13, ended.number("words"));
    assertEquals(1, ended.status());
  }

  @Test
  void followsLinksThatAreNamedOnly() throws Exception {
    Path texts = folder.resolve("texts");
    link(texts.resolve("loop"), texts);
    link(texts.resolve("dangling"), folder.resolve("nowhere"));
    link(texts.resolve("again"), texts.resolve("a.txt"));
    link(folder.resolve("named"), texts);
    link(folder.resolve("ring"), folder.resolve("ring"));

    Ended ended = run("named", "ring", "texts/dangling");

    assertEquals(13, ended.number("words"));
    assertEquals(2, ended.errors().lines().count(), ended.errors());
    assertTrue(ended.errors().startsWith("warning: ring: "), ended.errors());
    assertTrue(
        ended.errors().endsWith("warning: texts/dangling: no such file or directory\n"),
        ended.errors());
  }

  @Test
  void waitsForNoPipeAndNoDevice() throws Exception {
    assumeTrue(succeeds("mkfifo", folder.resolve("texts/pipe").toString()), "no mkfifo here");

    Ended ended = run("texts", "/dev/zero");

    assertEquals(
        """
        warning: texts/pipe: neither a file nor a directory
        warning: /dev/zero: neither a file nor a directory
        """,
        ended.errors());
    assertEquals(13, ended.number("words"));
  }

  /** Text that is larger than the heap, all of it in one line. */
  @Test
  void countsALongLineInASmallHeap() throws Exception {
    Path file = folder.resolve("line");
    long words = 0;
    try (OutputStream out = Files.newOutputStream(file)) {
      byte[] block = "some words, über and _over_ again ".repeat(30_000).getBytes(UTF_8);
      for (int i = 0; i < 64; i++) {
        out.write(block);
        // über is "ber" to grep, and one word all the same.
        words += 6 * 30_000;
      }
    }
    assertTrue(Files.size(file) > 64_000_000);

    Ended ended = runInHeap("-Xmx16m", "line");

    assertEquals("", ended.errors());
    assertEquals(words, ended.number("words"));
    assertEquals(1, ended.number("lines"));
    assertTrue(ended.output().contains("  1920000  again\n"), ended.output());
  }

  @Test
  void countsAWordLargerThanTheHeapOnce() throws Exception {
    try (OutputStream out = Files.newOutputStream(folder.resolve("word"))) {
      byte[] block = "x".repeat(1_000_000).getBytes(UTF_8);
      for (int i = 0; i < 40; i++) {
        out.write(block);
      }
    }

    assertEquals(1, runInHeap("-Xmx16m", "word").number("words"));
  }

  @Test
  void countsMoreDifferentWordsThanFitIntoTheHeap() throws Exception {
    try (OutputStream out = Files.newOutputStream(folder.resolve("different"))) {
      for (int i = 0; i < 1_000; i++) {
        StringBuilder line = new StringBuilder();
        for (int j = 0; j < 1_000; j++) {
          line.append("common word_").append(i * 1_000 + j).append(' ');
        }
        out.write(line.append('\n').toString().getBytes(UTF_8));
      }
    }

    Ended ended = runInHeap("-Xmx16m", "different");

    assertEquals("", ended.errors());
    assertEquals(2_000_000, ended.number("words"));
    assertTrue(ended.output().contains("  1000000  common\n"), ended.output());
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void printsWhatWasCountedWhenItIsToldToEnd(String signal) throws Exception {
    assumeTrue(handles(signal), signal + " is ignored here");
    write("block", "another word\n".repeat(100_000));
    // Hours of work; the missing file shows that it has begun, and long since listens to signals.
    List<String> arguments = new ArrayList<>(Collections.nCopies(50, "block"));
    arguments.add("missing");
    arguments.addAll(Collections.nCopies(20_000, "block"));
    List<String> options = List.of("-Xmx64m", "-Dmillrace.words.millisToEnd=60000");
    Program program = Program.start(folder, options, WordFrequencies.class, arguments);
    program.awaitError("warning: missing");

    assertTrue(succeeds("kill", "-" + signal, Long.toString(program.pid())));
    Ended ended = program.end();

    assertEquals("Interrupted. Counted so far:", ended.output().lines().findFirst().orElse(""));
    assertTrue(ended.number("words") >= 200_000, ended.output());
    assertTrue(ended.number("files") < 20_000, ended.output());
    assertTrue(ended.output().contains("  another\n"), ended.output());
    assertEquals("warning: missing: no such file or directory\n", ended.errors());
    assertEquals(signal.equals("INT") ? 130 : 143, ended.status());
  }

  @Test
  void agreesWithGrepOnItsOwnSources() throws Exception {
    assumeTrue(Grep.isAvailable(), "no grep with -P here");
    Path sources = Path.of("src").toAbsolutePath();
    List<Path> files;
    try (Stream<Path> tree = Files.walk(sources)) {
      files = tree.filter(Files::isRegularFile).toList();
    }

    Ended ended = run(sources.toString());

    assertEquals(Grep.countWords(files), ended.number("words"));
    assertEquals(files.size(), ended.number("files"));
  }

  private Ended run(String... arguments) throws IOException, InterruptedException {
    return Program.run(folder, WordFrequencies.class, arguments);
  }

  private Ended runInHeap(String heap, String argument) throws IOException, InterruptedException {
    // Each worker holds some text: the heap is for a few, however many processors there are.
    List<String> options = List.of(heap, "-XX:ActiveProcessorCount=4");
    return Program.start(folder, options, WordFrequencies.class, List.of(argument)).end();
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Path parent = file.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    return Files.writeString(file, text);
  }

  private static void link(Path link, Path target) {
    try {
      Files.createSymbolicLink(link, target);
    } catch (IOException | UnsupportedOperationException e) {
      assumeTrue(false, "no symbolic links here: " + e);
    }
  }

  /** A shell that starts programs in the background may have had them ignore Ctrl-C. */
  private static boolean handles(String signal) throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!signal.equals("INT") || !Files.exists(status)) {
      return true;
    }
    return Files.readString(status)
        .lines()
        .filter(line -> line.startsWith("SigIgn:"))
        .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
        .noneMatch(ignored -> (ignored & 2) != 0);
  }

  private static boolean succeeds(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
