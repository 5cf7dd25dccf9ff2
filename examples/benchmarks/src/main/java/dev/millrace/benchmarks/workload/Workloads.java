package dev.millrace.benchmarks.workload;

import dev.millrace.benchmarks.workload.Footprint.Thing;
import java.util.List;
import java.util.stream.Stream;

/** The workloads, in the order of the report. */
public final class Workloads {

  /** What the channels of all peers are compared by. */
  public static final List<Workload> USUAL =
      List.of(
          new OneToOne(512),
          new OneToOne(16),
          new OneToOne(0),
          new PingPong(),
          new ManyToMany(4, 1),
          new ManyToMany(1, 4),
          new ManyToMany(4, 4),
          new ManyToMany(64, 64),
          new DaisyChain(),
          new Pipeline(1_000),
          new PrimeSieve(),
          new SelectOf(2),
          new SelectOf(8),
          new SelectOf(32),
          new SelectDefault(2),
          new SelectDefault(8),
          new Parked(true),
          new Parked(false),
          new Uncontended(),
          new LonelyMessage(50),
          new LonelyMessage(99),
          new Footprint(Thing.RENDEZVOUS),
          new Footprint(Thing.BUFFERED),
          new Footprint(Thing.RECEIVER),
          new Footprint(Thing.MESSAGE));

  /** More points of some curves: cost against length, against number of arms and of channels. */
  public static final List<Workload> CURVES =
      List.of(
          new Pipeline(10),
          new Pipeline(100),
          new Pipeline(10_000),
          new SelectOf(4),
          new SelectOf(16),
          new SelectOf(64),
          new SelectOf(128),
          new Pairs(1),
          new Pairs(10),
          new Pairs(100),
          new Pairs(1_000),
          new Pairs(10_000));

  /** Each once. */
  public static final List<Workload> ALL = Stream.of(USUAL, CURVES).flatMap(List::stream).toList();

  private Workloads() {}

  /** The one of that name. */
  public static Workload named(String name) {
    return ALL.stream()
        .filter(workload -> workload.id().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no workload \"" + name + "\"."));
  }
}
