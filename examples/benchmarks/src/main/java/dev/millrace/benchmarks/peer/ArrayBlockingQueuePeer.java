package dev.millrace.benchmarks.peer;

import java.util.concurrent.ArrayBlockingQueue;

/** The JDK's {@link ArrayBlockingQueue}: a ring and one lock. */
public final class ArrayBlockingQueuePeer implements Peer {

  @Override
  public String name() {
    return "array-blocking-queue";
  }

  @Override
  public boolean offers(int capacity) {
    return capacity > 0;
  }

  @Override
  public Pipe pipe(int capacity) {
    return new QueuePipe(new ArrayBlockingQueue<>(capacity));
  }
}
