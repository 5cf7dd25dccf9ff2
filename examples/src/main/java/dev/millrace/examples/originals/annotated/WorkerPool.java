package dev.millrace.examples.originals.annotated;

import dev.millrace.annotation.Buffer;
import dev.millrace.annotation.Close;
import dev.millrace.annotation.Consumer;
import dev.millrace.annotation.Producer;
import dev.millrace.annotation.Topology;
import dev.millrace.annotation.Workers;
import java.io.PrintStream;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A worker pool: one annotation makes it three workers. "results" ends when "jobs" was closed and
 * the last worker is done.
 */
@Topology
@Buffer(channel = "jobs", size = 9)
public interface WorkerPool {

  /** What a job came to. */
  record Result(int job, int square) {}

  /** Hands in a job; waits while the buffer is full. */
  @Producer("jobs")
  void submit(int job) throws InterruptedException;

  /** Says that there are no more jobs. */
  @Close("jobs")
  void finish();

  /** The result of some job; empty when all are done. */
  @Consumer("results")
  Optional<Result> next() throws InterruptedException;

  /** Does one job. */
  @Workers(3)
  @Consumer("jobs")
  @Producer("results")
  default Result work(int job) {
    return new Result(job, job * job);
  }

  /** Runs the program. */
  static void main(String[] args) throws InterruptedException {
    run(System.out);
  }

  /** Runs the program, printing to {@code out}. */
  static void run(PrintStream out) throws InterruptedException {
    SortedMap<Integer, Integer> squares = new TreeMap<>();
    try (var pool = WorkerPoolTopology.start()) {
      for (int job = 1; job <= 9; job++) {
        pool.submit(job);
      }
      pool.finish();
      for (Optional<Result> next = pool.next(); next.isPresent(); next = pool.next()) {
        squares.put(next.get().job(), next.get().square());
      }
    }
    squares.forEach((job, square) -> out.println(job + " squared is " + square));
  }
}
