package dev.millrace.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.benchmarks.run.Effort;
import dev.millrace.benchmarks.workload.Workload;
import dev.millrace.benchmarks.workload.Workloads;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

  @Test
  void measuresTheUsualUnlessTold() {
    Options options = Options.parse("effort=full", "workloads=", "forks=");

    assertEquals(Effort.FULL, options.effort());
    assertEquals(Effort.FULL.forks(), options.forks());
    assertEquals(Workloads.USUAL, options.workloads());
    assertEquals(Implementations.ALL, options.implementations());
  }

  @Test
  void choosesByNameInTheOrderOfTheReport() {
    Options options =
        Options.parse("workloads=uncontended,one-to-one-5*", "implementations=jox", "forks=3");

    assertEquals(
        List.of("one-to-one-512", "uncontended"),
        options.workloads().stream().map(Workload::id).toList());
    assertEquals(
        List.of("jox"), options.implementations().stream().map(Implementation::name).toList());
    assertEquals(3, options.forks());
  }

  @Test
  void splitsFlagsForTheJvm() {
    assertEquals(
        List.of("-Xmx1g", "-XX:+UseParallelGC"),
        Options.parse("jvm=-Xmx1g  -XX:+UseParallelGC").jvmFlags());
  }

  @Test
  void saysHowToMeasureTheSameAgain() {
    assertEquals(
        "mvn -Pbenchmarks -Dbenchmarks='full' -Dbenchmarks.workloads='select-*'",
        Options.parse("workloads=select-*", "forks=", "effort=full", "command=mvn -Pbenchmarks")
            .command());
    assertEquals(Benchmarks.class.getName() + " forks='2'", Options.parse("forks=2").command());
  }

  @Test
  void saysWhatThereIs() {
    assertRefused("workloads=nonsense", "No workload is called \"nonsense\".", "uncontended");
    assertRefused("implementations=jo", "No implementation is called \"jo\".", "jox");
    assertRefused("effort=much", "effort=much", "full, quick and tiny");
    assertRefused("forks=0", "forks=0", "from 1 to 999");
    assertRefused("fork=1", "\"fork=1\" is no option", "forks");
    assertRefused("forks", "\"forks\" is no option", "name=value");
  }

  private static void assertRefused(String arg, String... parts) {
    String message =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> Options.parse(arg)).getMessage());
    for (String part : parts) {
      assertTrue(message.contains(part), message);
    }
  }
}
