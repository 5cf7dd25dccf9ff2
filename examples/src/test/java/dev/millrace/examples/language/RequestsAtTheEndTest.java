package dev.millrace.examples.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.ChannelClosedException;
import dev.millrace.RunningTopology;
import dev.millrace.TopologyFailedException;
import dev.millrace.annotation.Buffer;
import dev.millrace.annotation.Close;
import dev.millrace.annotation.Consumer;
import dev.millrace.annotation.Request;
import dev.millrace.annotation.Topology;
import dev.millrace.annotation.Workers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of requests when a topology is stopped, cancelled or fails. */
@Timeout(60)
class RequestsAtTheEndTest {

  @Topology(stages = Office.Clerk.class)
  @Buffer(channel = "letters", size = 3)
  @SuppressWarnings("millrace:RequestBuffer")
  interface Office {

    @Request("letters")
    String send(String letter) throws InterruptedException;

    @Request("letters")
    String send(String letter, Duration patience) throws InterruptedException, TimeoutException;

    @Close("letters")
    void noMoreLetters();

    /** Replies as each test wants it. */
    interface Clerk {
      @Workers(2)
      @Consumer("letters")
      String read(String letter);
    }
  }

  private static final int ACCEPTED = 5;

  /** Reads nothing until it is allowed to, whoever interrupts it. */
  private static final class Stubborn implements Office.Clerk {
    final CountDownLatch allowed = new CountDownLatch(1);
    final Queue<String> read = new ConcurrentLinkedQueue<>();

    @Override
    public String read(String letter) {
      read.add(letter);
      boolean interrupted = false;
      while (allowed.getCount() > 0) {
        try {
          allowed.await();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      return "re: " + letter;
    }
  }

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Stubborn clerk = new Stubborn();

  /** Two are being answered, three are in the buffer. */
  private List<Future<String>> fill(Office office, RunningTopology running) {
    List<Future<String>> replies = new ArrayList<>();
    for (int i = 1; i <= ACCEPTED; i++) {
      String letter = "letter " + i;
      replies.add(threads.submit(() -> office.send(letter)));
    }
    until(() -> clerk.read.size() == 2 && running.snapshot().channels().get(0).size() == 3);
    return replies;
  }

  private static void until(BooleanSupplier state) {
    while (!state.getAsBoolean()) {
      LockSupport.parkNanos(100_000);
    }
  }

  @Test
  void acceptedRequestsAreAnsweredAfterStop() throws Exception {
    try (var office = RequestsAtTheEndTest_OfficeTopology.start(clerk)) {
      List<Future<String>> replies = fill(office, office);
      office.stop();
      assertThrows(ChannelClosedException.class, () -> office.send("late"));
      clerk.allowed.countDown();
      for (int i = 1; i <= ACCEPTED; i++) {
        assertEquals("re: letter " + i, replies.get(i - 1).get());
      }
    }
  }

  @Test
  void acceptedRequestsAreAnsweredAfterClosing() throws Exception {
    try (var office = RequestsAtTheEndTest_OfficeTopology.start(clerk)) {
      List<Future<String>> replies = fill(office, office);
      office.noMoreLetters();
      assertThrows(ChannelClosedException.class, () -> office.send("late"));
      clerk.allowed.countDown();
      for (int i = 1; i <= ACCEPTED; i++) {
        assertEquals("re: letter " + i, replies.get(i - 1).get());
      }
      office.join();
    }
  }

  @Test
  void pendingRequestsFailWhenTheTopologyIsCancelled() throws Exception {
    try (var office = RequestsAtTheEndTest_OfficeTopology.start(clerk)) {
      List<Future<String>> replies = fill(office, office);
      office.cancel();
      // The clerks still read, and their callers know already.
      for (Future<String> reply : replies) {
        var closed = assertInstanceOf(ChannelClosedException.class, failureOf(reply));
        assertInstanceOf(CancellationException.class, closed.getCause());
        assertEquals(
            "Channel \"letters\" was closed before the reply came:"
                + " java.util.concurrent.CancellationException:"
                + " RequestsAtTheEndTest.Office was cancelled.",
            closed.getMessage());
      }
      clerk.allowed.countDown();
    }
    assertEquals(2, clerk.read.size());
  }

  @Test
  void anErrorOfTheServerReachesItsCallerAndFailsTheTopology() {
    Error error = new AssertionError("broken");
    var office =
        RequestsAtTheEndTest_OfficeTopology.start(
            letter -> {
              if (letter.equals("fatal")) {
                throw error;
              }
              return clerk.read(letter);
            });
    Future<String> other = threads.submit(() -> office.send("other"));
    until(() -> clerk.read.size() == 1);

    assertSame(error, assertThrows(AssertionError.class, () -> office.send("fatal")));

    var closed = assertInstanceOf(ChannelClosedException.class, failureOf(other));
    assertSame(error, closed.getCause());
    assertThrows(ChannelClosedException.class, () -> office.send("late"));
    clerk.allowed.countDown();
    var failed = assertThrows(TopologyFailedException.class, office::close);
    assertSame(error, failed.getCause());
    assertTrue(failed.stage().startsWith("RequestsAtTheEndTest.Office.read-"), failed.stage());
  }

  @Test
  void aQuestionWhoseCallerGaveUpInTheBufferIsNeverWorkedOn() throws Exception {
    try (var office = RequestsAtTheEndTest_OfficeTopology.start(clerk)) {
      Future<String> first = threads.submit(() -> office.send("first"));
      Future<String> second = threads.submit(() -> office.send("second"));
      until(() -> clerk.read.size() == 2);
      var late =
          assertThrows(
              TimeoutException.class, () -> office.send("impatient", Duration.ofMillis(1)));
      assertEquals("read did not reply on \"letters\" within PT0.001S", late.getMessage());
      clerk.allowed.countDown();
      assertEquals("re: first", first.get());
      assertEquals("re: second", second.get());
      assertEquals("re: third", office.send("third"));
    }
    assertTrue(!clerk.read.contains("impatient"), clerk.read.toString());
  }

  private static Throwable failureOf(Future<String> reply) {
    return Objects.requireNonNull(assertThrows(ExecutionException.class, reply::get).getCause());
  }
}
