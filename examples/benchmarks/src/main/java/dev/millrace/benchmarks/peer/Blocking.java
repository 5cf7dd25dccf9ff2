package dev.millrace.benchmarks.peer;

import dev.millrace.benchmarks.OnJvm;
import dev.millrace.benchmarks.Trial;
import dev.millrace.benchmarks.workload.Workload;

/** A peer put to the workloads as they are written for threads. */
public record Blocking(Peer peer) implements OnJvm {

  @Override
  public String name() {
    return peer.name();
  }

  @Override
  public boolean runs(Workload workload) {
    return workload.suits(peer);
  }

  @Override
  public Trial prepare(Workload workload, int size) {
    return workload.prepare(peer, size);
  }
}
