package dev.millrace.generated;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** A call in a thread of its own; whatever it throws reaches the test that asks for its result. */
final class Background<T> {

  /** What may throw anything and has no result. */
  interface Action {
    void run() throws Exception;
  }

  private final FutureTask<T> task;
  private final Thread thread;

  private Background(Callable<T> call) {
    task = new FutureTask<>(call);
    thread = Thread.ofVirtual().name("background").start(task);
  }

  static <T> Background<T> call(Callable<T> call) {
    return new Background<>(call);
  }

  static Background<Boolean> run(Action action) {
    return new Background<>(
        () -> {
          action.run();
          return true;
        });
  }

  Thread thread() {
    return thread;
  }

  /** Waits for the result, or throws exactly what the call threw. */
  T get() throws Exception {
    try {
      return task.get(Until.LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      switch (Objects.requireNonNull(e.getCause())) {
        case Exception exception -> throw exception;
        case Error error -> throw error;
        default -> throw e;
      }
    }
  }

  /** Waits for the end of a call that has no result to look at. */
  void join() throws Exception {
    T unused = get();
  }
}
