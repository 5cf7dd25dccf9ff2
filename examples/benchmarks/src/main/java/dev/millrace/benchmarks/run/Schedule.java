package dev.millrace.benchmarks.run;

import dev.millrace.benchmarks.Implementation;
import dev.millrace.benchmarks.workload.Workload;
import java.util.ArrayList;
import java.util.List;

/**
 * The order in which processes run, one at a time: in each round every workload, and for each of
 * them all implementations in turn, so that what a ratio compares was measured side by side.
 */
public record Schedule(List<Turn> turns) {

  /** One process. */
  public record Turn(int round, Workload workload, Implementation implementation) {}

  /** Every implementation that runs a workload gets its turn in each round. */
  public static Schedule of(
      int rounds, List<Workload> workloads, List<Implementation> implementations) {
    List<Turn> turns = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      for (Workload workload : workloads) {
        for (Implementation implementation : implementations) {
          if (implementation.runs(workload)) {
            turns.add(new Turn(round, workload, implementation));
          }
        }
      }
    }
    return new Schedule(List.copyOf(turns));
  }
}
