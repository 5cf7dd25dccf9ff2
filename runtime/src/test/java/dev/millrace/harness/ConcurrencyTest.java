package dev.millrace.harness;

import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/**
 * The base of tests with threads. At the end of each test all threads must have ended by
 * themselves, and whatever one of them threw and nobody looked at fails the test.
 */
@Timeout(300)
public abstract class ConcurrencyTest {

  /** Threads may start threads: iteration meets whatever its elements have added before ending. */
  private final Queue<TestThread<?>> threads = new ConcurrentLinkedQueue<>();

  /** Starts a thread that gives a result. */
  protected final <T> TestThread<T> call(ThreadKind kind, Callable<? extends T> body) {
    var thread = new TestThread<T>(kind, body);
    threads.add(thread);
    thread.start();
    return thread;
  }

  /** Starts a thread that gives no result. */
  protected final TestThread<Boolean> run(ThreadKind kind, Body body) {
    return call(
        kind,
        () -> {
          body.run();
          return true;
        });
  }

  /** Waits until all threads started so far have ended, and throws what one of them threw. */
  protected final void joinAll() throws Exception {
    for (TestThread<?> thread : threads) {
      if (!thread.joined()) {
        thread.join();
      }
    }
    threads.clear();
  }

  @AfterEach
  @Timeout(300)
  final void everyThreadEnds() throws Exception {
    try {
      joinAll();
    } finally {
      threads.forEach(TestThread::interrupt);
    }
  }
}
