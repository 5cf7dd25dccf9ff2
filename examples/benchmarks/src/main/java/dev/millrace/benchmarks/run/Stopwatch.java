package dev.millrace.benchmarks.run;

import com.sun.management.ThreadMXBean;
import dev.millrace.benchmarks.Trial;
import java.lang.management.ManagementFactory;

/** Measures one repetition: time, and the bytes that all threads of the process allocated. */
final class Stopwatch {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Stopwatch() {}

  static Sample measure(Trial trial, long operations) throws Exception {
    long bytes = THREADS.getTotalThreadAllocatedBytes();
    long start = System.nanoTime();
    trial.run();
    double nanos = System.nanoTime() - start;
    bytes = THREADS.getTotalThreadAllocatedBytes() - bytes;
    return trial.measured(new Sample(nanos / operations, (double) bytes / operations));
  }
}
