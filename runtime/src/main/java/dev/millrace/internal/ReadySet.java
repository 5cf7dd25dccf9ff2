package dev.millrace.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The marks of the arms of one select, a bit each: any thread may set the mark of an arm while it
 * holds the lock of the arm's channel, and the selecting thread clears it while it does. What the
 * marks mean, {@link MarkedArms} says.
 */
final class ReadySet {

  /** None of the arms that take part is marked. */
  static final int NONE = -1;

  private static final VarHandle WORD = MethodHandles.arrayElementVarHandle(long[].class);

  private final long[] marked;

  /** The arms that take part in the present select; the selecting thread's own. */
  private final long[] enabled;

  /** Scratch: the marks to choose from, as they were when read. */
  private final long[] seen;

  ReadySet(int arms) {
    int words = (arms + Long.SIZE - 1) / Long.SIZE;
    marked = new long[words];
    enabled = new long[words];
    seen = new long[words];
    for (int arm = 0; arm < arms; arm++) {
      enable(arm, true);
    }
  }

  void enable(int arm, boolean takesPart) {
    enabled[word(arm)] = takesPart ? enabled[word(arm)] | bit(arm) : enabled[word(arm)] & ~bit(arm);
  }

  boolean isMarked(int arm) {
    return (marks(word(arm)) & bit(arm)) != 0;
  }

  void mark(int arm) {
    WORD.getAndBitwiseOr(marked, word(arm), bit(arm));
  }

  void unmark(int arm) {
    WORD.getAndBitwiseAnd(marked, word(arm), ~bit(arm));
  }

  /** Whether one read tells all marks. */
  boolean isReadAtOnce() {
    return marked.length == 1;
  }

  /** The first of the marked arms that take part, or {@link #NONE}. */
  int first() {
    for (int word = 0; word < marked.length; word++) {
      long open = marks(word) & enabled[word];
      if (open != 0) {
        return Long.SIZE * word + Long.numberOfTrailingZeros(open);
      }
    }
    return NONE;
  }

  /** One of the marked arms that take part, each with the same probability, or {@link #NONE}. */
  int any(EvenChoice evenly) {
    int count = 0;
    for (int word = 0; word < marked.length; word++) {
      seen[word] = marks(word) & enabled[word];
      count += Long.bitCount(seen[word]);
    }
    if (count == 0) {
      return NONE;
    }
    int chosen = evenly.below(count);
    int word = 0;
    while (chosen >= Long.bitCount(seen[word])) {
      chosen -= Long.bitCount(seen[word++]);
    }
    // Puts the one bit that was chosen where the word has its bit of that rank.
    long bit = Long.expand(1L << chosen, seen[word]);
    return Long.SIZE * word + Long.numberOfTrailingZeros(bit);
  }

  private long marks(int word) {
    return (long) WORD.getVolatile(marked, word);
  }

  private static int word(int arm) {
    return arm / Long.SIZE;
  }

  private static long bit(int arm) {
    return 1L << arm;
  }
}
