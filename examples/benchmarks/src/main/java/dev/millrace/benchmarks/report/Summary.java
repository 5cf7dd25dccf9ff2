package dev.millrace.benchmarks.report;

import java.util.Arrays;
import java.util.Collection;

/** What is quoted of several figures. */
public record Summary(double median, double min, double max) {

  /**
   * Summarises them; the median of an even number of figures is the mean of the middle two.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Summary of(Collection<Double> figures) {
    if (figures.isEmpty()) {
      throw new IllegalArgumentException("There is no median of no figures.");
    }
    double[] sorted = figures.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Summary(median, sorted[0], sorted[sorted.length - 1]);
  }

  /** Summarises them. */
  static Summary of(double... figures) {
    return of(Arrays.stream(figures).boxed().toList());
  }
}
