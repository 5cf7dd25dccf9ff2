package dev.millrace.examples.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.ChannelInterruptedException;
import dev.millrace.annotation.Consumer;
import dev.millrace.annotation.Request;
import dev.millrace.annotation.Topology;
import dev.millrace.annotation.Workers;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests of a topology that runs: each reply, and each exception, to the caller it is for. */
@Timeout(60)
class RequestsTest {

  @Topology(stages = Desk.Clerk.class)
  interface Desk {

    @Request("questions")
    String ask(int question) throws IOException, InterruptedException;

    @Request("questions")
    CharSequence ask(int question, Duration patience)
        throws IOException, InterruptedException, TimeoutException;

    @Request("questions")
    String askAnyway(int question) throws IOException;

    /** Replies as each test wants it. */
    interface Clerk {
      @Workers(3)
      @Consumer("questions")
      String answer(int question) throws IOException, InterruptedException;
    }
  }

  @Topology(stages = Archive.Writer.class)
  interface Archive {

    @Request("pages")
    void save(String page) throws IOException, InterruptedException;

    /** Writes as each test wants it. */
    interface Writer {
      @Consumer("pages")
      void write(String page) throws IOException;
    }
  }

  private static final Duration SHORT = Duration.ofMillis(1);
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final int CALLERS = 32;
  private static final int CALLS = 300;

  /** What each of many threads does; whatever one of them throws fails the test. */
  private interface Caller {
    void run(int number) throws Exception;
  }

  private static void atOnce(Caller caller) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> callers = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        int number = i;
        callers.add(
            threads.submit(
                () -> {
                  caller.run(number);
                  return null;
                }));
      }
      for (Future<?> one : callers) {
        one.get();
      }
    }
  }

  @Test
  void eachCallerGetsTheReplyToItsOwnQuestion() throws Exception {
    try (var desk =
        RequestsTest_DeskTopology.start(
            question -> {
              // Replies overtake each other.
              if (ThreadLocalRandom.current().nextInt(4) == 0) {
                LockSupport.parkNanos(1);
              }
              return "re: " + question;
            })) {
      atOnce(
          number -> {
            for (int call = 0; call < CALLS; call++) {
              int question = number * CALLS + call;
              assertEquals("re: " + question, desk.ask(question));
              assertEquals("re: " + -question, desk.ask(-question, LONG).toString());
            }
          });
    }
  }

  @Test
  void whatTheServerThrowsReachesItsCallerAlone() throws Exception {
    try (var desk =
        RequestsTest_DeskTopology.start(
            question -> {
              return switch (question % 3) {
                case 1 -> throw new IOException("no " + question);
                case 2 -> throw new IllegalStateException("never " + question);
                default -> "re: " + question;
              };
            })) {
      atOnce(
          number -> {
            for (int call = 0; call < CALLS; call++) {
              int question = number * CALLS + call;
              switch (question % 3) {
                case 1 -> {
                  var failure = assertThrows(IOException.class, () -> desk.ask(question));
                  assertEquals("no " + question, failure.getMessage());
                }
                case 2 -> {
                  var failure = assertThrows(IllegalStateException.class, () -> desk.ask(question));
                  assertEquals("never " + question, failure.getMessage());
                }
                default -> assertEquals("re: " + question, desk.ask(question));
              }
            }
          });
    }
  }

  @Test
  void anExceptionTellsWhereItsServerThrewAndWhereItsCallerAsked() {
    try (var desk =
        RequestsTest_DeskTopology.start(
            question -> {
              throw new IOException("no");
            })) {
      var failure = assertThrows(IOException.class, () -> desk.ask(1));

      assertTrue(mentions(failure, "runAnswer"));
      assertEquals(1, failure.getSuppressed().length);
      assertTrue(mentions(failure.getSuppressed()[0], "RequestsTest"));
      assertTrue(failure.getSuppressed()[0].toString().contains("request on \"questions\""));
    }
  }

  private static boolean mentions(Throwable thrown, String name) {
    return Arrays.stream(thrown.getStackTrace()).anyMatch(frame -> frame.toString().contains(name));
  }

  @Test
  void aReplyThatComesTooLateIsDropped() throws Exception {
    CountDownLatch lateReplies = new CountDownLatch(1);
    CountDownLatch taken = new CountDownLatch(3);
    try (var desk =
        RequestsTest_DeskTopology.start(
            question -> {
              if (question < 0) {
                taken.countDown();
                lateReplies.await();
              }
              return "re: " + question;
            })) {
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<?>> late = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
          int question = -i;
          late.add(
              threads.submit(
                  () -> {
                    // As often as it takes until all clerks are busy with a question.
                    do {
                      assertThrows(
                          TimeoutException.class, () -> desk.ask(question, Duration.ofMillis(200)));
                    } while (taken.getCount() > 0);
                    return null;
                  }));
        }
        for (Future<?> one : late) {
          one.get();
        }
      }
      taken.await();
      var busy = assertThrows(TimeoutException.class, () -> desk.ask(0, SHORT));
      assertEquals(
          "answer was not free for a request on \"questions\" within PT0.001S", busy.getMessage());
      lateReplies.countDown();
      for (int question = 1; question <= 100; question++) {
        assertEquals("re: " + question, desk.ask(question));
      }
    }
  }

  @Test
  void aCallIsEitherInterruptedOrAnswered() throws Exception {
    AtomicInteger called = new AtomicInteger();
    AtomicInteger interrupted = new AtomicInteger();
    AtomicInteger answered = new AtomicInteger();
    Thread[] callers = new Thread[CALLERS];
    CountDownLatch running = new CountDownLatch(CALLERS);
    CountDownLatch done = new CountDownLatch(CALLERS);
    CyclicBarrier allClerks = new CyclicBarrier(3);
    try (var desk =
            RequestsTest_DeskTopology.start(
                question -> {
                  if (question < 0) {
                    return "clerk " + awaitAll(allClerks);
                  }
                  return "re: " + question;
                });
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      // On a thread of its own: with one carrier it would keep all callers from running.
      FutureTask<?> interrupting =
          new FutureTask<>(
              () -> {
                running.await();
                while (done.getCount() > 0) {
                  callers[ThreadLocalRandom.current().nextInt(CALLERS)].interrupt();
                  LockSupport.parkNanos(1);
                }
                return null;
              });
      Thread.ofPlatform().daemon().start(interrupting);
      atOnce(
          number -> {
            callers[number] = Thread.currentThread();
            running.countDown();
            try {
              for (int call = 0; call < CALLS || interrupted.get() == 0; call++) {
                int question = number * CALLS + call;
                called.incrementAndGet();
                try {
                  assertEquals("re: " + question, desk.ask(question));
                  answered.incrementAndGet();
                } catch (InterruptedException e) {
                  interrupted.incrementAndGet();
                }
              }
            } finally {
              done.countDown();
            }
          });
      interrupting.get();
      assertEquals(called.get(), interrupted.get() + answered.get());
      // No clerk has been lost to a caller that gave up.
      List<Future<String>> last = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        last.add(threads.submit(() -> desk.ask(-1)));
      }
      List<String> replies = new ArrayList<>();
      for (Future<String> one : last) {
        replies.add(one.get());
      }
      replies.sort(null);
      assertEquals(List.of("clerk 0", "clerk 1", "clerk 2"), replies);
    }
  }

  private static int awaitAll(CyclicBarrier barrier) throws InterruptedException {
    try {
      return barrier.await();
    } catch (BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void anInterruptIsKeptWhereItIsNotDeclared() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    try (var desk =
        RequestsTest_DeskTopology.start(
            question -> {
              if (question < 0) {
                never.await();
              }
              return "re: " + question;
            })) {
      Thread.currentThread().interrupt();
      assertThrows(InterruptedException.class, () -> desk.ask(-1));
      Thread.currentThread().interrupt();
      assertThrows(ChannelInterruptedException.class, () -> desk.askAnyway(-1));
      assertTrue(Thread.interrupted());
      assertEquals("re: 1", desk.askAnyway(1));
      never.countDown();
    }
  }

  @Test
  void aRequestWithoutReplyReturnsWhenItIsDone() throws Exception {
    List<String> written = new ArrayList<>();
    try (var archive =
        RequestsTest_ArchiveTopology.start(
            page -> {
              if (page.isEmpty()) {
                throw new IOException("nothing to write");
              }
              written.add(page);
            })) {
      archive.save("first");
      assertEquals(List.of("first"), written);
      assertThrows(IOException.class, () -> archive.save(""));
      archive.save("second");
      assertEquals(List.of("first", "second"), written);
    }
  }
}
