package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jetbrains.lincheck.Lincheck;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The marks of many arms share a word, and channels with locks of their own set them. */
@Tag("lincheck")
class ReadySetInterleavingsTest {

  private static final int ENOUGH = 100;

  /** A field: what only the threads' bodies hold, Lincheck takes for local, and never switches. */
  private ReadySet set = new ReadySet(2);

  @Test
  void aMarkDoesNotUndoAnother() {
    Lincheck.runConcurrentTest(
        ENOUGH,
        () -> {
          set = new ReadySet(2);
          atOnce(() -> set.mark(0), () -> set.mark(1));
          assertTrue(set.isMarked(0) && set.isMarked(1), "both are marked");
        });
  }

  @Test
  void clearingOneMarkKeepsTheOthers() {
    Lincheck.runConcurrentTest(
        ENOUGH,
        () -> {
          set = new ReadySet(2);
          set.mark(0);
          atOnce(() -> set.unmark(0), () -> set.mark(1));
          assertTrue(set.isMarked(1), "it was marked meanwhile");
          assertFalse(set.isMarked(0), "it was cleared");
        });
  }

  private static void atOnce(Runnable here, Runnable there) {
    Thread other = new Thread(there);
    other.start();
    here.run();
    try {
      other.join();
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts", e);
    }
  }
}
