package dev.millrace.examples.javadoc;

import dev.millrace.Channel;
import dev.millrace.examples.jobs.JobBoard;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;

/** What the examples in the documentation take for granted: each is a part of a class like this. */
public abstract class Surroundings {

  /** Anything that is worked on. */
  public record Order(String article, int quantity) {}

  protected final Channel<String> lines = Channel.rendezvous("lines");
  protected final Channel<String> words = Channel.rendezvous("words");
  protected final Channel<Integer> numbers = Channel.rendezvous("numbers");
  protected final Channel<Order> orders = Channel.rendezvous("orders");
  protected final Channel<Runnable> jobs = Channel.rendezvous("jobs");

  protected final BlockingQueue<Order> queue = new ArrayBlockingQueue<>(1);
  protected final Flow.Subscriber<String> screen = Channel.<String>unlimited().subscriber();
  protected final JobBoard.Job job = new JobBoard.Job(1, () -> {});

  protected int handled;

  protected void handle(Order order) {
    handled++;
  }

  protected void idle() {}

  protected void finish() {}
}
