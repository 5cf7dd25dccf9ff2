package dev.millrace.processor.report;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that was probably meant. */
public final class DidYouMean {

  private DidYouMean() {}

  /**
   * The candidate nearest to {@code written}, if one is near enough to be a slip of the finger.
   *
   * <p>Among candidates equally near, the first in alphabetical order, so that the suggestion does
   * not depend on the order of the sources.
   */
  public static Optional<String> nearest(String written, Collection<String> candidates) {
    return candidates.stream()
        .filter(candidate -> !candidate.equals(written))
        .filter(candidate -> isNear(written, candidate))
        .min(
            Comparator.<String>comparingInt(candidate -> distance(written, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Whether one name may be a misspelling of the other: at most one edit in three letters. */
  public static boolean isNear(String one, String other) {
    int shorter = Math.min(one.length(), other.length());
    int distance = distance(one, other);
    // "a" is no misspelling of "b": at least one letter must be right.
    return distance <= Math.max(1, shorter / 3) && distance < shorter;
  }

  /**
   * How many letters must be inserted, removed, replaced or swapped with their neighbour to turn
   * one name into the other.
   */
  static int distance(String from, String to) {
    int[] beforePrevious = new int[to.length() + 1];
    int[] previous = new int[to.length() + 1];
    int[] current = new int[to.length() + 1];
    for (int column = 0; column <= to.length(); column++) {
      previous[column] = column;
    }
    for (int row = 1; row <= from.length(); row++) {
      current[0] = row;
      for (int column = 1; column <= to.length(); column++) {
        boolean same = from.charAt(row - 1) == to.charAt(column - 1);
        int replaced = previous[column - 1] + (same ? 0 : 1);
        int cheapest = Math.min(replaced, 1 + Math.min(previous[column], current[column - 1]));
        boolean swapped =
            row > 1
                && column > 1
                && from.charAt(row - 1) == to.charAt(column - 2)
                && from.charAt(row - 2) == to.charAt(column - 1);
        current[column] = swapped ? Math.min(cheapest, beforePrevious[column - 2] + 1) : cheapest;
      }
      int[] recycled = beforePrevious;
      beforePrevious = previous;
      previous = current;
      current = recycled;
    }
    return previous[to.length()];
  }
}
