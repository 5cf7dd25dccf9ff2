package dev.millrace.examples.originals.annotated;

import static dev.millrace.examples.originals.Expected.assertProducerConsumerExit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.examples.originals.Expected;
import dev.millrace.examples.originals.Output;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs every annotated program to its end and compares all that it prints. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class AnnotatedProgramsTest {

  /** For servers that answer at once; one does not, and takes the test as long. */
  private static final Duration AMPLE = Duration.ofSeconds(20);

  @Test
  void producerConsumerExit() throws InterruptedException {
    assertProducerConsumerExit(Output.of(ProducerConsumerExit::run));
  }

  @Test
  void generator() throws InterruptedException {
    assertEquals(Expected.GENERATOR, Output.of(Generator::run));
  }

  @Test
  void fanIn() throws InterruptedException {
    assertEquals(Expected.FAN_IN, Output.of(FanIn::run));
  }

  @Test
  void fanInSelect() throws InterruptedException {
    assertEquals(Expected.FAN_IN, Output.of(FanInSelect::run));
  }

  @Test
  void searchInTime() throws InterruptedException {
    assertEquals(Expected.SEARCH_IN_TIME, Output.of(out -> SearchInTime.run(out, AMPLE)));
  }

  @Test
  void searchReplicated() throws InterruptedException {
    assertEquals(Expected.SEARCH_REPLICATED, Output.of(SearchReplicated::run));
  }

  @Test
  void workerPool() throws InterruptedException {
    assertEquals(Expected.WORKER_POOL, Output.of(WorkerPool::run));
  }

  @Test
  void rateLimiter() throws InterruptedException {
    assertEquals(
        """
        request 1 served from the start
        request 2 served from the start
        request 3 served from the start
        request 4 served after a tick
        request 5 served after a tick
        request 6 served after a tick
        """,
        Output.of(RateLimiter::run));
  }
}
