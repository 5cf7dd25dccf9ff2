package dev.millrace.benchmarks.run;

import dev.millrace.benchmarks.workload.Sizes;
import dev.millrace.benchmarks.workload.Workload;
import java.time.Duration;

/** How much time the figures are worth. */
public enum Effort {
  /** For figures that are quoted. */
  FULL(5, 5, Duration.ofSeconds(2), 7, Duration.ofMillis(100), Duration.ofMillis(500)),
  /** For a first impression. */
  QUICK(1, 3, Duration.ofMillis(400), 5, Duration.ofMillis(20), Duration.ofMillis(60)),
  /** For tests: shows that everything is wired. */
  TINY(1, 1, Duration.ZERO, 1, Duration.ZERO, Duration.ofMillis(5));

  private final int forks;
  private final int attempts;
  private final Duration warmUp;
  private final int repetitions;
  private final Duration shortest;
  private final Duration repetition;

  Effort(
      int forks,
      int attempts,
      Duration warmUp,
      int repetitions,
      Duration shortest,
      Duration repetition) {
    this.forks = forks;
    this.attempts = attempts;
    this.warmUp = warmUp;
    this.repetitions = repetitions;
    this.shortest = shortest;
    this.repetition = repetition;
  }

  /** {@return how many fresh processes measure each implementation} */
  public int forks() {
    return forks;
  }

  /** {@return how often a process runs until the machine was steady meanwhile, at most} */
  public int attempts() {
    return attempts;
  }

  /** {@return for how long a process repeats the workload, at least once, before it measures} */
  public Duration warmUp() {
    return warmUp;
  }

  /** {@return how often a process measures} */
  public int repetitions() {
    return repetitions;
  }

  /** {@return for how long a repetition repeats the workload, at least once} */
  public Duration shortest() {
    return shortest;
  }

  /** {@return how long a single operation is repeated for one figure} */
  public Duration repetition() {
    return repetition;
  }

  /** {@return how much of the workload is done at a time} */
  public int size(Workload workload) {
    Sizes sizes = workload.sizes();
    return switch (this) {
      case FULL -> sizes.full();
      case QUICK -> sizes.quick();
      case TINY -> sizes.tiny();
    };
  }
}
