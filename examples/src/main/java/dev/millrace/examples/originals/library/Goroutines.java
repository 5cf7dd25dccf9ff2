package dev.millrace.examples.originals.library;

import dev.millrace.ChannelInterruptedException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Go's {@code go} statement, with an end: what was started is over when this is closed.
 *
 * <p>Closing interrupts what still runs, such as a generator nobody listens to any more, and waits
 * for it. If a task fails, the thread that made this object is interrupted, so that it does not
 * wait for a value that will never come, and closing throws.
 *
 * <pre>{@code
 * try (Goroutines goroutines = new Goroutines()) {
 *   goroutines.go(() -> numbers.send(42));
 *   System.out.println(numbers.receive());
 * }
 * }</pre>
 */
final class Goroutines implements AutoCloseable {

  /** What a goroutine does. To be interrupted is one of its ordinary ends. */
  @FunctionalInterface
  interface Task {
    void run() throws InterruptedException;
  }

  private final Thread owner = Thread.currentThread();
  private final Queue<Thread> threads = new ConcurrentLinkedQueue<>();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  /** Runs a task on a virtual thread of its own. Tasks may start others. */
  void go(Task task) {
    threads.add(Thread.startVirtualThread(() -> run(task)));
  }

  private void run(Task task) {
    try {
      task.run();
    } catch (InterruptedException | ChannelInterruptedException asked) {
      // The thread ends here, so there is nobody left to pass the interrupt on to.
      Thread.currentThread().interrupt();
    } catch (Throwable problem) {
      Throwable first = failure.compareAndExchange(null, problem);
      if (first == null) {
        owner.interrupt();
      } else if (!first.equals(problem)) {
        first.addSuppressed(problem);
      }
    }
  }

  /**
   * Interrupts every task that still runs and waits for all of them.
   *
   * @throws IllegalStateException if a task failed; its cause is the failure
   */
  @Override
  public void close() {
    boolean interrupted = false;
    // A task adds what it starts before it ends, so the queue is empty only after the last of all.
    for (Thread thread; (thread = threads.poll()) != null; ) {
      thread.interrupt();
      interrupted |= join(thread);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    Throwable first = failure.get();
    if (first != null) {
      throw new IllegalStateException("A goroutine failed: " + first, first);
    }
  }

  /** Waits for a thread whatever happens, and tells whether it was interrupted meanwhile. */
  private static boolean join(Thread thread) {
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        return interrupted;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
  }
}
