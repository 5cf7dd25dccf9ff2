package dev.millrace.internal;

/** Even choices by a xorshift generator of its own; for one thread at a time. */
final class EvenChoice {

  /** Never 0, where a xorshift generator would stay. */
  private long state =
      (System.nanoTime() ^ (0x9E3779B97F4A7C15L * System.identityHashCode(this))) | 1;

  /** A number from 0 to below the bound. */
  int below(int bound) {
    state ^= state << 13;
    state ^= state >>> 7;
    state ^= state << 17;
    return (int) (((state >>> 33) * bound) >>> 31);
  }
}
