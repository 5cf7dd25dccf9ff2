package dev.millrace.benchmarks.peer;

import dev.millrace.benchmarks.Item;
import java.util.Queue;
import org.jctools.queues.SpscArrayQueue;

/**
 * JCTools' queue for one producer and one consumer, who spin: the floor. It is no channel, since
 * nobody ever parks, and it wants a processor for each thread.
 */
public final class JcToolsPeer implements Peer {

  private record SpinningPipe(Queue<Item> queue) implements Pipe {
    /** Then the other thread may have no processor to run on. */
    private static final int SPINS = 10_000;

    @Override
    public void send(Item item) throws InterruptedException {
      for (int spins = 0; !queue.offer(item); spins++) {
        pause(spins);
      }
    }

    @Override
    public Item receive() throws InterruptedException {
      for (int spins = 0; ; spins++) {
        Item item = queue.poll();
        if (item != null) {
          return item;
        }
        pause(spins);
      }
    }

    @SuppressWarnings("ThreadPriorityCheck") // Whoever neither parks nor yields stops the other.
    private static void pause(int spins) throws InterruptedException {
      if (spins < SPINS) {
        Thread.onSpinWait();
      } else if (Thread.interrupted()) {
        throw new InterruptedException();
      } else {
        Thread.yield();
      }
    }
  }

  @Override
  public String name() {
    return "jctools";
  }

  @Override
  public boolean offers(int capacity) {
    return capacity > 0;
  }

  @Override
  public Pipe pipe(int capacity) {
    return new SpinningPipe(new SpscArrayQueue<>(capacity));
  }

  @Override
  public boolean isShared() {
    return false;
  }

  @Override
  public Thread.Builder threads() {
    return Thread.ofPlatform();
  }
}
