package dev.millrace.benchmarks.run;

import com.sun.management.ThreadMXBean;
import dev.millrace.benchmarks.Trial;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * Measures one repetition: time, and the bytes that all threads of the process allocated. It runs
 * the trial until that has taken some time: a collection, or a carrier that is late, would be most
 * of what a short one takes.
 */
final class Stopwatch {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Stopwatch() {}

  static Sample measure(Trial trial, long operations, Duration atLeast) throws Exception {
    long bytes = THREADS.getTotalThreadAllocatedBytes();
    long start = System.nanoTime();
    long done = 0;
    long nanos;
    do {
      trial.run();
      done += operations;
      nanos = System.nanoTime() - start;
    } while (nanos < atLeast.toNanos());
    bytes = THREADS.getTotalThreadAllocatedBytes() - bytes;
    return trial.measured(new Sample((double) nanos / done, (double) bytes / done));
  }
}
