package dev.millrace.harness;

import static org.junit.jupiter.api.Assertions.fail;

/** What a piece of work leaves behind in memory. */
public final class UsedMemory {

  /** Whatever else goes on in the virtual machine does not grow in each of so many rounds. */
  private static final int ROUNDS = 3;

  private UsedMemory() {}

  /** Once the work was done for a first time, it must not hold so many bytes more each time. */
  public static void assertGrowsByLessThan(long bytes, Body work) throws Exception {
    work.run();
    long grown = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long before = inBytes();
      work.run();
      grown = inBytes() - before;
      if (grown < bytes) {
        return;
      }
    }
    fail(grown + " bytes more in use, in each of " + ROUNDS + " rounds so many");
  }

  /** The least of several measurements, each after a collection. */
  private static long inBytes() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }
}
