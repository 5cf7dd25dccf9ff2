package dev.millrace.benchmarks.peer;

import dev.millrace.annotation.Nullable;
import dev.millrace.benchmarks.Item;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * A rendezvous of two threads that consists of the JDK's park and unpark and next to nothing else:
 * the floor where a value costs a switch of virtual threads. It is no channel: it has one sender
 * and one receiver, nobody can close it, and an interrupt leaves it broken.
 */
public final class ParkingPeer implements Peer {

  private static final class ParkingPipe implements Pipe {
    /** Who waits. That thread comes by compare-and-set, and the other clears it. */
    private final AtomicReference<@Nullable Thread> waiting = new AtomicReference<>();

    // Two of them: the sender may offer its next item before the receiver has read the last.

    private @Nullable Item given;
    private @Nullable Item offered;

    @Override
    public void send(Item item) throws InterruptedException {
      Thread receiver = waiting.get();
      if (receiver == null) {
        offered = item;
        receiver = join();
      }
      if (receiver != null) {
        given = item;
        release(receiver);
      } else {
        awaitRelease();
      }
    }

    @Override
    @SuppressWarnings("NullAway") // Whoever is released, or finds a sender, finds an item.
    public Item receive() throws InterruptedException {
      Thread sender = join();
      if (sender == null) {
        awaitRelease();
        return given;
      }
      Item taken = offered;
      release(sender);
      return taken;
    }

    /** Comes to wait; or finds the other thread, which does already. */
    private @Nullable Thread join() {
      return waiting.compareAndExchange(null, Thread.currentThread());
    }

    private void release(Thread thread) {
      waiting.set(null);
      LockSupport.unpark(thread);
    }

    @SuppressWarnings("ReferenceEquality") // A thread equals no other.
    private void awaitRelease() throws InterruptedException {
      while (waiting.get() == Thread.currentThread()) {
        LockSupport.park(this);
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
      }
    }
  }

  @Override
  public String name() {
    return "parking";
  }

  @Override
  public boolean offers(int capacity) {
    return capacity == 0;
  }

  @Override
  public Pipe pipe(int capacity) {
    return new ParkingPipe();
  }

  @Override
  public boolean isShared() {
    return false;
  }
}
