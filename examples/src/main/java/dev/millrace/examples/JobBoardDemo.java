package dev.millrace.examples;

import dev.millrace.examples.jobs.JobBoard.Event;
import dev.millrace.examples.jobs.JobBoard.Job;
import dev.millrace.examples.jobs.JobBoardTopology;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Eight jobs for four workers, a ticker and somebody who quits, all in one select.
 *
 * <p>The jobs end in any order and the ticks fall anywhere between them; the program prints only
 * what is the same in every run.
 */
public final class JobBoardDemo {
  private static final int JOBS = 8;
  private static final int TICKS = 3;

  private JobBoardDemo() {}

  /** Runs the program. */
  public static void main(String[] arguments) throws InterruptedException {
    AtomicLong sumOfSquares = new AtomicLong();
    SortedSet<Long> done = new TreeSet<>();
    try (JobBoardTopology board = JobBoardTopology.start()) {
      CountDownLatch seenEnough = new CountDownLatch(1);
      Thread quitter = Thread.startVirtualThread(() -> quitAfter(seenEnough, board));
      for (long id = 1; id <= JOBS; id++) {
        long number = id;
        board.submit(new Job(id, () -> sumOfSquares.addAndGet(number * number)));
      }
      int ticks = 0;
      boolean open = true;
      while (open) {
        switch (board.next()) {
          case Event.Tick(var at) -> ticks++;
          case Event.Done(var result) -> done.add(result.id());
          case Event.Quit() -> open = false;
        }
        if (ticks >= TICKS && done.size() == JOBS) {
          seenEnough.countDown();
        }
      }
      quitter.join();
    }
    System.out.println("jobs done       " + done);
    System.out.println("sum of squares  " + sumOfSquares);
    System.out.println("ticks           " + TICKS + " or more");
    System.out.println("quit");
  }

  private static void quitAfter(CountDownLatch seenEnough, JobBoardTopology board) {
    try {
      seenEnough.await();
      board.quit();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
