package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.harness.ConcurrencyTest;
import dev.millrace.harness.ThreadKind;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadySetTest extends ConcurrencyTest {

  private final EvenChoice evenly = new EvenChoice();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 63, 64, 65, 128, 200})
  void findsEachMarkThatTakesPart(int arms) {
    ReadySet set = new ReadySet(arms);
    for (int arm = 0; arm < arms; arm++) {
      assertEquals(ReadySet.NONE, set.first());
      assertEquals(ReadySet.NONE, set.any(evenly));
      set.mark(arm);
      assertTrue(set.isMarked(arm));
      assertEquals(arm, set.first());
      assertEquals(arm, set.any(evenly));
      set.enable(arm, false);
      assertEquals(ReadySet.NONE, set.first());
      assertEquals(ReadySet.NONE, set.any(evenly));
      set.enable(arm, true);
      assertEquals(arm, set.first());
      set.unmark(arm);
      assertFalse(set.isMarked(arm));
    }
  }

  /** Each count is binomial; ten standard deviations away is no accident. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 64, 100})
  void choosesEvenly(int marked) {
    int draws = 20_000 * marked;
    ReadySet set = new ReadySet(2 * marked);
    for (int i = 0; i < marked; i++) {
      set.mark(2 * i + 1);
    }
    int[] counts = new int[2 * marked];
    for (int i = 0; i < draws; i++) {
      counts[set.any(evenly)]++;
    }
    double sigma = Math.sqrt(draws * (1.0 / marked) * (1 - 1.0 / marked));
    for (int arm = 0; arm < 2 * marked; arm++) {
      assertEquals(arm % 2 == 0 ? 0 : draws / marked, counts[arm], arm % 2 == 0 ? 0 : 10 * sigma);
    }
  }

  /** Each finds a mark as it left it a round before: at once it would see its own store buffer. */
  @Test
  void threadsDoNotUndoEachOthersMarks() throws Exception {
    int each = Long.SIZE / 2;
    ReadySet set = new ReadySet(2 * each);
    var together = new CyclicBarrier(2);
    for (int first = 0; first < 2 * each; first += each) {
      int own = first;
      run(
          ThreadKind.PLATFORM,
          () -> {
            together.await();
            for (int round = 0; round < 50_000; round++) {
              boolean left = round % 2 == 1;
              for (int arm = own; arm < own + each; arm++) {
                assertEquals(left, set.isMarked(arm));
                if (left) {
                  set.unmark(arm);
                } else {
                  set.mark(arm);
                }
              }
            }
          });
    }
    joinAll();
  }
}
