package dev.millrace.benchmarks.workload;

import dev.millrace.annotation.Nullable;
import dev.millrace.benchmarks.Fault;
import dev.millrace.benchmarks.peer.Peer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicReference;

/** The threads of one trial. If one fails all are interrupted, and {@link #join} throws. */
final class Crew {

  /** What a thread does. */
  @FunctionalInterface
  interface Task {
    void run() throws Exception;
  }

  private final Thread owner = Thread.currentThread();
  private final ThreadFactory factory;
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  Crew(Peer peer) {
    factory = peer.threads().factory();
  }

  /** Starts a thread; the owner may do so before it joins, and any thread of the crew. */
  void start(Task task) {
    Thread thread = factory.newThread(() -> run(task));
    synchronized (threads) {
      threads.add(thread);
    }
    thread.start();
  }

  private void run(Task task) {
    try {
      task.run();
    } catch (Throwable e) {
      // The owner is not beyond its join: this thread, which it joins as well, still runs. But it
      // may see this thread end before it sees the interrupt, and looks for a failure then too.
      if (failure.compareAndSet(null, e)) {
        owner.interrupt();
      }
    }
  }

  /** Waits until each of them waits for something. */
  void awaitWaiting() throws InterruptedException {
    for (int i = 0; i < size(); i++) {
      Thread thread = at(i);
      while (thread.getState() != Thread.State.WAITING) {
        if (failure.get() != null || !thread.isAlive()) {
          throw new IllegalStateException("A thread ended that should wait.", failure.get());
        }
        Thread.sleep(Duration.ofMillis(1));
      }
    }
  }

  /** Waits for all. */
  void join() throws Exception {
    try {
      // What a thread starts it starts before it ends, so none is missed.
      for (int i = 0; i < size(); i++) {
        at(i).join();
      }
    } catch (InterruptedException e) {
      for (int i = 0; i < size(); i++) {
        at(i).interrupt();
      }
      if (failure.get() == null) {
        throw e;
      }
    }
    if (failure.get() != null) {
      Thread.interrupted(); // it was this crew's
    }
    switch (failure.get()) {
      case null -> {}
      case Fault fault -> throw fault;
      case Throwable cause ->
          throw new IllegalStateException("A thread of the trial failed.", cause);
    }
  }

  private int size() {
    synchronized (threads) {
      return threads.size();
    }
  }

  private Thread at(int index) {
    synchronized (threads) {
      return threads.get(index);
    }
  }
}
