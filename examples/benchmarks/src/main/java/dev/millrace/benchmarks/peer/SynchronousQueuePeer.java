package dev.millrace.benchmarks.peer;

import java.util.concurrent.SynchronousQueue;

/** The JDK's {@link SynchronousQueue}: a rendezvous without a lock. */
public final class SynchronousQueuePeer implements Peer {

  @Override
  public String name() {
    return "synchronous-queue";
  }

  @Override
  public boolean offers(int capacity) {
    return capacity == 0;
  }

  @Override
  public Pipe pipe(int capacity) {
    return new QueuePipe(new SynchronousQueue<>());
  }
}
