package dev.millrace.benchmarks.workload;

import dev.millrace.benchmarks.Trial;
import dev.millrace.benchmarks.run.Sample;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.Objects;

/** Makes many things, looks how much of the heap they keep, and lets them go. */
public final class Keeping implements Trial {
  private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

  /** Makes them. */
  @FunctionalInterface
  public interface Making {
    /** Returns when all are there. */
    Kept make() throws Exception;
  }

  /** What was made; it holds all of it until it is let go. */
  @FunctionalInterface
  public interface Kept {

    /** Ends it, and sees that it did what it should. */
    void letGo() throws Exception;

    /** Things that need no end. */
    static Kept of(Object[] things) {
      return () -> Objects.requireNonNull(things[things.length - 1]);
    }
  }

  private final int count;
  private final Making making;
  private Sample found = new Sample(0, 0);

  /** A trial in which so many are made. */
  public Keeping(int count, Making making) {
    this.count = count;
    this.making = making;
  }

  @Override
  public void run() throws Exception {
    long before = usedBytes();
    long start = System.nanoTime();
    Kept kept = making.make();
    double nanos = System.nanoTime() - start;
    double bytes = usedBytes() - before;
    kept.letGo();
    found = new Sample(nanos / count, bytes / count);
  }

  @Override
  public Sample measured(Sample fromOutside) {
    return found;
  }

  /** What is reachable, and nothing else: a collection ends before this returns. */
  private static long usedBytes() {
    System.gc();
    return MEMORY.getHeapMemoryUsage().getUsed();
  }
}
