package dev.millrace.examples.originals.library;

import static dev.millrace.examples.originals.Expected.assertProducerConsumerExit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.examples.originals.Expected;
import dev.millrace.examples.originals.Output;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs every program on the bare library to its end and compares all that it prints. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class LibraryProgramsTest {

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
  void daisyChain() throws InterruptedException {
    assertEquals("10001\n", Output.of(DaisyChain::run));
  }

  @Test
  void timeOutForEach() throws InterruptedException {
    assertEquals(
        """
        Joe 0
        Joe 1
        Joe 2
        You're too slow.
        """,
        Output.of(TimeOutForEach::run));
  }

  @Test
  void timeOutForAll() throws InterruptedException {
    assertEquals(
        """
        Joe left nothing out.
        You talk too much.
        """,
        Output.of(TimeOutForAll::run));
  }

  @Test
  void quit() throws InterruptedException {
    assertEquals(
        """
        Joe 0
        Joe 1
        Joe 2
        Joe 3
        Joe 4
        Joe says: See you!
        """,
        Output.of(Quit::run));
  }

  @Test
  void searchOneByOne() throws InterruptedException {
    assertEquals(
        """
        web result for "millrace"
        image result for "millrace"
        video result for "millrace"
        """,
        Output.of(SearchOneByOne::run));
  }

  @Test
  void searchAtOnce() throws InterruptedException {
    assertEquals(
        """
        image result for "millrace"
        video result for "millrace"
        web result for "millrace"
        """,
        Output.of(SearchAtOnce::run));
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
  void primeSieve() throws InterruptedException {
    assertEquals(
        "[2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83,"
            + " 89, 97]\n",
        Output.of(PrimeSieve::run));
  }

  @Test
  void semaphore() throws InterruptedException {
    assertEquals(
        """
        tasks done   12
        most inside  3
        turned away  4
        """,
        Output.of(Semaphore::run));
  }

  @Test
  void rateLimiter() throws InterruptedException {
    assertEquals(
        """
        request 1 served
        request 2 served
        request 3 served
        request 4 turned away
        request 5 turned away
        request 6 served after a tick
        request 7 served after a tick
        request 8 served after a tick
        request 9 turned away
        """,
        Output.of(RateLimiter::run));
  }

  @Test
  void diningPhilosophers() throws InterruptedException {
    assertEquals(
        """
        Aristotle ate 100 times
        Hypatia ate 100 times
        Kant ate 100 times
        Plato ate 100 times
        Socrates ate 100 times
        """,
        Output.of(DiningPhilosophers::run));
  }
}
