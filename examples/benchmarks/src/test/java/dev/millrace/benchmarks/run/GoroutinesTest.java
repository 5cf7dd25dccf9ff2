package dev.millrace.benchmarks.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.millrace.benchmarks.peer.Goroutines;
import dev.millrace.benchmarks.workload.Workload;
import dev.millrace.benchmarks.workload.Workloads;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The program in Go runs every workload, at a tiny size. */
class GoroutinesTest {

  @TestFactory
  Stream<DynamicTest> runs() {
    assumeTrue(Goroutines.isInstalled(), "without Go there is nothing to test");
    return Workloads.ALL.stream()
        .filter(Goroutines::isWritten)
        .map(workload -> dynamicTest(workload.id(), () -> assertRuns(workload)));
  }

  private static void assertRuns(Workload workload) throws Exception {
    Settings settings = new Settings(Effort.TINY, List.of());

    List<Sample> samples =
        new Launcher(Duration.ofMinutes(1)).run(new Goroutines().command(workload, settings));

    assertEquals(Effort.TINY.repetitions(), samples.size());
  }
}
