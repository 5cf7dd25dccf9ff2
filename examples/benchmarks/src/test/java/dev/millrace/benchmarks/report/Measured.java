package dev.millrace.benchmarks.report;

import dev.millrace.benchmarks.run.Measurement;
import dev.millrace.benchmarks.run.Sample;
import java.util.Arrays;
import java.util.List;

/** Made-up measurements. */
final class Measured {

  private Measured() {}

  /** Each repetition allocated half as many bytes as it took nanoseconds. */
  static Measurement of(String workload, String implementation, int round, double... nanos) {
    List<Sample> samples = Arrays.stream(nanos).mapToObj(n -> new Sample(n, n / 2)).toList();
    return new Measurement(workload, implementation, round, samples);
  }
}
