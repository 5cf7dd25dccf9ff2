package dev.millrace.examples.originals.library;

import dev.millrace.Channel;
import dev.millrace.Signal;
import java.io.PrintStream;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A buffered channel as a semaphore: sending takes one of its places, receiving gives it back, and
 * whoever finds no place waits.
 *
 * <p>Inside, the tasks meet, as many as there are places. While they do, every place is taken, so
 * somebody who tries without waiting is turned away.
 */
public final class Semaphore {

  private static final int PLACES = 3;
  private static final int TASKS = 12;

  private final Channel<Signal> places = Channel.buffered("places", PLACES);
  private final AtomicInteger inside = new AtomicInteger();
  private final AtomicInteger mostInside = new AtomicInteger();
  private final AtomicInteger turnedAway = new AtomicInteger();
  private final CyclicBarrier meeting = new CyclicBarrier(PLACES, this::tryWhileFull);
  private final CountDownLatch toDo = new CountDownLatch(TASKS);

  private Semaphore() {}

  /** Runs the program. */
  public static void main(String[] args) throws InterruptedException {
    run(System.out);
  }

  static void run(PrintStream out) throws InterruptedException {
    Semaphore semaphore = new Semaphore();
    try (Goroutines goroutines = new Goroutines()) {
      for (int i = 0; i < TASKS; i++) {
        goroutines.go(semaphore::task);
      }
      semaphore.toDo.await();
    }
    out.println("tasks done   " + TASKS);
    out.println("most inside  " + semaphore.mostInside);
    out.println("turned away  " + semaphore.turnedAway);
  }

  private void task() throws InterruptedException {
    places.send(Signal.SIGNAL);
    try {
      mostInside.accumulateAndGet(inside.incrementAndGet(), Math::max);
      meetTheOthers();
      inside.decrementAndGet();
    } finally {
      places.receiveNow(); // Never waits: at least the place this task has taken is in there.
    }
    toDo.countDown();
  }

  /** Runs while all who meet are still inside. */
  private void tryWhileFull() {
    if (!places.trySend(Signal.SIGNAL)) {
      turnedAway.incrementAndGet();
    }
  }

  private void meetTheOthers() throws InterruptedException {
    try {
      meeting.await();
    } catch (BrokenBarrierException e) {
      throw new IllegalStateException("Another task was interrupted in the meeting.", e);
    }
  }
}
