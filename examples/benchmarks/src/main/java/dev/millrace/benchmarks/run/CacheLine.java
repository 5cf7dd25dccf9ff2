package dev.millrace.benchmarks.run;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How long a cache line takes to another core and back: what all that two cores do together is made
 * of. On a virtual machine it is not a constant: where the host moves a core to another part of the
 * processor, or to another one, it takes several times as long for some seconds.
 */
final class CacheLine {
  private static final Duration LOOK = Duration.ofMillis(10);
  private static final int LOOKS = 6;
  private static final int TRIPS_PER_CLOCK_LOOK = 1_000;

  /** The one in use has more than a line of unused ones on either side. */
  private static final int WORDS = 64;

  private static final int WORD = WORDS / 2;
  private static final long END = -1;

  private CacheLine() {}

  /** Nanoseconds of a round trip, the median of a few looks; 0 where there is but one core. */
  static double roundTripNanos() throws InterruptedException {
    if (Runtime.getRuntime().availableProcessors() == 1) {
      return 0;
    }
    AtomicLongArray words = new AtomicLongArray(WORDS);
    Thread other = Thread.ofPlatform().daemon().start(() -> giveBack(words));
    double[] looks = new double[LOOKS];
    for (int i = 0; i < LOOKS; i++) {
      looks[i] = look(words);
    }
    words.setRelease(WORD, END);
    other.join();
    Arrays.sort(looks);
    return looks[LOOKS / 2];
  }

  /** Even numbers are on the way there, odd ones on the way back. */
  private static double look(AtomicLongArray words) {
    long trips = 0;
    long start = System.nanoTime();
    long time = 0;
    while (time < LOOK.toNanos()) {
      for (int i = 0; i < TRIPS_PER_CLOCK_LOOK; i++) {
        long sent = words.getPlain(WORD) + 1;
        words.setRelease(WORD, sent);
        while (words.getAcquire(WORD) == sent) {
          // No pause: it would be measured too.
        }
      }
      trips += TRIPS_PER_CLOCK_LOOK;
      time = System.nanoTime() - start;
    }
    return (double) time / trips;
  }

  private static void giveBack(AtomicLongArray words) {
    while (true) {
      long word = words.getAcquire(WORD);
      if (word == END) {
        return;
      }
      if ((word & 1) == 1) {
        words.setRelease(WORD, word + 1);
      }
    }
  }
}
