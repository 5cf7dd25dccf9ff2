package dev.millrace.examples.jobs;

import dev.millrace.Sender;
import dev.millrace.annotation.Buffer;
import dev.millrace.annotation.Case;
import dev.millrace.annotation.Consumer;
import dev.millrace.annotation.Producer;
import dev.millrace.annotation.Select;
import dev.millrace.annotation.Topology;
import dev.millrace.annotation.Workers;
import java.time.Duration;
import java.time.Instant;

/** A pool of workers, a ticker and a way to quit, all seen through one select. */
@Topology
@Buffer(channel = "jobs", size = 16)
public interface JobBoard {

  /** Work to be done by any worker. */
  record Job(long id, Runnable work) {}

  /** A job that was done. */
  record Result(long id) {}

  // Ports: implemented by the generated class; any thread may call them.

  /** Posts a job; waits while the board is full. */
  @Producer("jobs")
  void submit(Job job) throws InterruptedException;

  /** Posts a job if there is room; says whether there was. */
  @Producer("jobs")
  boolean offer(Job job);

  /** Waits until whoever calls {@link #next} sees {@link Event.Quit}. */
  @Producer("quit")
  void quit() throws InterruptedException;

  /** Waits for whatever happens next; fair when several things have happened. */
  @Select
  Event next() throws InterruptedException;

  // Stages: run by the generated class, on virtual threads of their own.

  /** Sends the time ten times a second, for as long as the board is open. */
  @Producer("ticks")
  default void tick(Sender<Instant> ticks) throws InterruptedException {
    while (true) {
      Thread.sleep(Duration.ofMillis(100));
      ticks.send(Instant.now());
    }
  }

  /** Does one job. */
  @Workers(4)
  @Consumer("jobs")
  @Producer("results")
  default Result work(Job job) {
    job.work().run();
    return new Result(job.id());
  }

  /** What can happen. A switch over it is checked by the compiler: no case can be forgotten. */
  sealed interface Event {

    /** Time has passed. */
    @Case("ticks")
    record Tick(Instant at) implements Event {}

    /** A job was done. */
    @Case("results")
    record Done(Result result) implements Event {}

    /** Somebody wants to go home. */
    @Case("quit")
    record Quit() implements Event {}
  }
}
