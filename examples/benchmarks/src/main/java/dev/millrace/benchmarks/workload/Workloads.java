package dev.millrace.benchmarks.workload;

import java.util.List;

/** All workloads, in the order of the report. */
public final class Workloads {

  /** Each once. */
  public static final List<Workload> ALL =
      List.of(
          new OneToOne(512),
          new OneToOne(16),
          new OneToOne(0),
          new PingPong(),
          new ManyToMany(4),
          new ManyToMany(64),
          new DaisyChain(),
          new Pipeline(),
          new PrimeSieve(),
          new SelectOf(2),
          new SelectOf(8),
          new SelectOf(32),
          new SelectDefault(2),
          new SelectDefault(8),
          new Parked(true),
          new Parked(false),
          new Uncontended());

  private Workloads() {}

  /** The one of that name. */
  public static Workload named(String name) {
    return ALL.stream()
        .filter(workload -> workload.id().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no workload \"" + name + "\"."));
  }
}
