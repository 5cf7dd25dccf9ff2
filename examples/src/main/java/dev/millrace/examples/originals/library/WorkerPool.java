package dev.millrace.examples.originals.library;

import dev.millrace.Channel;
import dev.millrace.Receiver;
import dev.millrace.Sender;
import java.io.PrintStream;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Three workers receive from one channel of jobs. Whoever is free takes the next job: the channel
 * is the scheduler.
 *
 * <p>Results come in any order, so the program sorts them before it prints them.
 */
public final class WorkerPool {

  private static final int WORKERS = 3;
  private static final int JOBS = 9;

  private WorkerPool() {}

  /** Runs the program. */
  public static void main(String[] args) throws InterruptedException {
    run(System.out);
  }

  private record Result(int job, int square) {}

  static void run(PrintStream out) throws InterruptedException {
    SortedMap<Integer, Integer> squares = new TreeMap<>();
    try (Goroutines goroutines = new Goroutines()) {
      Channel<Integer> jobs = Channel.buffered("jobs", JOBS);
      Channel<Result> results = Channel.rendezvous("results");
      for (int i = 0; i < WORKERS; i++) {
        goroutines.go(() -> work(jobs, results));
      }
      try (jobs) {
        for (int job = 1; job <= JOBS; job++) {
          jobs.send(job);
        }
      }
      while (squares.size() < JOBS) {
        Result result = results.receive();
        squares.put(result.job(), result.square());
      }
    }
    squares.forEach((job, square) -> out.println(job + " squared is " + square));
  }

  private static void work(Receiver<Integer> jobs, Sender<Result> results)
      throws InterruptedException {
    for (int job : jobs) {
      results.send(new Result(job, job * job));
    }
  }
}
