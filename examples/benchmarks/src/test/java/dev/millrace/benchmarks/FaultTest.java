package dev.millrace.benchmarks;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.millrace.benchmarks.peer.Peer;
import dev.millrace.benchmarks.run.Effort;
import dev.millrace.benchmarks.workload.Footprint;
import dev.millrace.benchmarks.workload.Footprint.Thing;
import dev.millrace.benchmarks.workload.Workload;
import dev.millrace.benchmarks.workload.Workloads;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** No workload is content with a channel that delivers one value in place of another. */
class FaultTest {
  /** Through these no value goes. */
  private static final Set<Workload> IDLE =
      Set.of(new Footprint(Thing.RENDEZVOUS), new Footprint(Thing.BUFFERED));

  @TestFactory
  Stream<DynamicTest> isNoticed() {
    return Workloads.ALL.stream()
        .filter(workload -> !IDLE.contains(workload))
        .map(workload -> dynamicTest(workload.id(), () -> notices(workload)));
  }

  private static void notices(Workload workload) {
    Peer faulty = new FaultyPeer();
    assertTrue(workload.suits(faulty), "the faulty peer can do everything");

    Trial trial = workload.prepare(faulty, Effort.TINY.size(workload));

    Throwable thrown = assertThrows(Exception.class, trial::run);
    Throwable fault = thrown.getCause() == null ? thrown : thrown.getCause();
    assertTrue(fault instanceof Fault, () -> "not a fault: " + fault);
  }
}
