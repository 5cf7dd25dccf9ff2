package demo;

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

@Topology
@Buffer(channel = "jobs", size = 16)
public interface JobBoard {

  record Job(long id, Runnable work) {}

  record Result(long id) {}

  // Ports: implemented for you; any thread may call them.
  @Producer("jobs")
  void submit(Job job) throws InterruptedException;

  @Producer("jobs")
  boolean offer(Job job);

  @Producer("quit")
  void quit() throws InterruptedException;

  @Select
  Event next() throws InterruptedException;

  // Stages: run for you, on virtual threads.
  @Producer("ticks")
  default void tick(Sender<Instant> ticks) throws InterruptedException {
    while (true) {
      Thread.sleep(Duration.ofSeconds(1));
      ticks.send(Instant.now());
    }
  }

  @Workers(4)
  @Consumer("jobs")
  @Producer("results")
  default Result work(Job job) {
    job.work().run();
    return new Result(job.id());
  }

  sealed interface Event {
    @Case("ticks")
    record Tick(Instant at) implements Event {}

    @Case("results")
    record Done(Result result) implements Event {}

    @Case("quit")
    record Quit() implements Event {}
  }
}
