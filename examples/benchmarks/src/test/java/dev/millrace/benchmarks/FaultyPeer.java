package dev.millrace.benchmarks;

import dev.millrace.annotation.Nullable;
import dev.millrace.benchmarks.peer.ArrayBlockingQueuePeer;
import dev.millrace.benchmarks.peer.Choice;
import dev.millrace.benchmarks.peer.Peer;
import dev.millrace.benchmarks.peer.Pipe;
import dev.millrace.benchmarks.peer.SelectingPeer;
import dev.millrace.benchmarks.peer.SynchronousQueuePeer;
import java.util.concurrent.atomic.AtomicBoolean;

/** Delivers every item in order, and each exactly once, except for one. */
final class FaultyPeer implements SelectingPeer {
  private static final int FAULTY = 3;

  private final AtomicBoolean done = new AtomicBoolean();

  /** In place of one item it delivers its successor, of which there are two then. */
  private final class FaultyPipe implements Pipe {
    private final Pipe pipe;

    FaultyPipe(Pipe pipe) {
      this.pipe = pipe;
    }

    @Override
    public void send(Item item) throws InterruptedException {
      pipe.send(item);
    }

    @Override
    public Item receive() throws InterruptedException {
      Item item = pipe.receive();
      return item.number() == FAULTY && done.compareAndSet(false, true)
          ? new Item(item.sender(), FAULTY + 1)
          : item;
    }
  }

  /** One channel that poses as many, and is never found empty. */
  private record FaultyChoice(Pipe pipe) implements Choice {
    @Override
    public Pipe arm(int index) {
      return pipe;
    }

    @Override
    public Item receive() throws InterruptedException {
      return pipe.receive();
    }

    @Override
    public @Nullable Item poll() {
      return new Item(0, FAULTY);
    }
  }

  @Override
  public String name() {
    return "faulty";
  }

  @Override
  public boolean offers(int capacity) {
    return true;
  }

  @Override
  public Pipe pipe(int capacity) {
    Peer sound = capacity == 0 ? new SynchronousQueuePeer() : new ArrayBlockingQueuePeer();
    return new FaultyPipe(sound.pipe(capacity));
  }

  @Override
  public Choice choice(int arms, int capacity) {
    return new FaultyChoice(pipe(capacity));
  }
}
