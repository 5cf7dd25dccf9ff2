package dev.millrace.benchmarks.topology;

import dev.millrace.RunningTopology;
import dev.millrace.benchmarks.Cycle;
import dev.millrace.benchmarks.OnJvm;
import dev.millrace.benchmarks.Trial;
import dev.millrace.benchmarks.workload.OneToOne;
import dev.millrace.benchmarks.workload.Workload;

/** Millrace's channels where the compiler knows who sends and who receives. */
public final class Topologies implements OnJvm {

  /** Starts one of the topologies that differ in their buffer alone. */
  @FunctionalInterface
  private interface Start {
    RunningTopology with(Source source, Sink sink);
  }

  @Override
  public String name() {
    return "topology";
  }

  @Override
  public boolean runs(Workload workload) {
    return workload instanceof OneToOne;
  }

  @Override
  public Trial prepare(Workload workload, int size) {
    return switch (workload) {
      case OneToOne(int capacity) -> oneToOne(start(capacity), size);
      default -> throw new IllegalArgumentException("No topology for " + workload.id() + ".");
    };
  }

  private static Start start(int capacity) {
    return switch (capacity) {
      case 512 -> Buffered512Topology::start;
      case 16 -> Buffered16Topology::start;
      case 0 -> RendezvousTopology::start;
      default ->
          throw new IllegalArgumentException("No topology with a buffer of " + capacity + ".");
    };
  }

  private static Trial oneToOne(Start start, int size) {
    Cycle items = new Cycle();
    return () -> {
      Sink sink = new Sink(items);
      try (RunningTopology running = start.with(new Source(items, size), sink)) {
        running.join();
      }
      sink.requireAll(size);
    };
  }
}
