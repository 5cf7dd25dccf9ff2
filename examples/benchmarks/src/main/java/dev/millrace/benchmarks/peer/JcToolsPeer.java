package dev.millrace.benchmarks.peer;

import dev.millrace.benchmarks.Item;
import java.util.Queue;
import org.jctools.queues.MpscArrayQueue;
import org.jctools.queues.SpmcArrayQueue;
import org.jctools.queues.SpscArrayQueue;

/**
 * JCTools' queues where one thread sends, one receives or both, and all spin: the floor. They are
 * no channels, since nobody ever parks, and want a processor for each thread.
 */
public final class JcToolsPeer implements Peer {

  private record SpinningPipe(Queue<Item> queue) implements Pipe {
    /** Then the other thread may have no processor to run on. */
    private static final int SPINS = 100;

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
  public Pipe pipe(int capacity, int senders, int receivers) {
    if (senders > 1) {
      return new SpinningPipe(new MpscArrayQueue<>(capacity));
    }
    return receivers > 1 ? new SpinningPipe(new SpmcArrayQueue<>(capacity)) : pipe(capacity);
  }

  @Override
  public boolean isShared() {
    return false;
  }

  @Override
  public boolean admits(int senders, int receivers) {
    return senders == 1 || receivers == 1;
  }

  @Override
  public Thread.Builder threads() {
    return Thread.ofPlatform();
  }
}
