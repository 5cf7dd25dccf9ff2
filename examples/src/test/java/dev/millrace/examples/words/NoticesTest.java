package dev.millrace.examples.words;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class NoticesTest {

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  @Test
  void saysNothingOfProgressWhereNobodyWatches() {
    Notices notices = notices(false);
    for (long begin = System.nanoTime(); System.nanoTime() - begin < 200_000_000; ) {
      notices.progress(1, 1_000_000);
    }
    notices.eraseProgress();

    assertEquals("", text());
  }

  @Test
  void overwritesProgressOnATerminal() {
    Notices notices = notices(true);
    while (written.size() == 0) {
      notices.progress(3, 4_999_999);
    }
    notices.warn("a", "gone");

    assertEquals("3 files, 4 MB\r\u001b[Kwarning: a: gone" + System.lineSeparator(), text());
  }

  @Test
  void warnsInOneLineWhateverTheNameHolds() {
    notices(false).warn("two\nlines\u001b[31m", "why");

    assertEquals("warning: two?lines?[31m: why" + System.lineSeparator(), text());
  }

  private Notices notices(boolean terminal) {
    return new Notices(new PrintStream(written, true, UTF_8), terminal);
  }

  private String text() {
    return written.toString(UTF_8);
  }
}
