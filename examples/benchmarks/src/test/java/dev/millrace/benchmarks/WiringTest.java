package dev.millrace.benchmarks;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.millrace.benchmarks.run.Effort;
import dev.millrace.benchmarks.run.Schedule;
import dev.millrace.benchmarks.run.Schedule.Turn;
import dev.millrace.benchmarks.workload.Workloads;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** Every implementation runs every workload that it claims to, at a tiny size. */
class WiringTest {

  @TestFactory
  @Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  Stream<DynamicTest> runs() {
    return Schedule.of(1, Workloads.ALL, Implementations.ALL).turns().stream()
        .filter(turn -> turn.implementation() instanceof OnJvm)
        .map(
            turn ->
                dynamicTest(
                    turn.workload().id() + ", " + turn.implementation().name(), () -> run(turn)));
  }

  private static void run(Turn turn) throws Exception {
    OnJvm implementation = (OnJvm) turn.implementation();
    int size = Effort.TINY.size(turn.workload());
    Trial trial = implementation.prepare(turn.workload(), size);
    trial.run();
    trial.run(); // a trial leaves nothing behind
  }
}
