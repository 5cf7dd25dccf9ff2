package dev.millrace.benchmarks.workload;

import dev.millrace.benchmarks.Cycle;
import dev.millrace.benchmarks.Trial;
import dev.millrace.benchmarks.peer.Peer;
import dev.millrace.benchmarks.peer.Pipe;
import java.util.concurrent.locks.LockSupport;

/**
 * A sender that has something to say now and then, and a receiver that has long been waiting by
 * then. The time is that from before the send to after the receive: what throughput costs when
 * there is none.
 */
public record LonelyMessage(int percentile) implements Workload {
  /** The room in the channel. */
  public static final int CAPACITY = 16;

  /** How long the sender says nothing. */
  public static final long SILENCE_NANOS = 100_000;

  @Override
  public String id() {
    return "lonely-message-p" + percentile;
  }

  @Override
  public String title() {
    return "lonely message, "
        + (percentile == 50 ? "median" : percentile + "th percentile")
        + " of the delay";
  }

  @Override
  public Sizes sizes() {
    return new Sizes(3_000, 1_000, 100);
  }

  @Override
  public boolean suits(Peer peer) {
    return peer.offers(CAPACITY) && peer.isShared();
  }

  @Override
  public Trial prepare(Peer peer, int size) {
    Cycle items = new Cycle();
    return new Delays(
        size,
        percentile,
        delays -> {
          Pipe pipe = peer.pipe(CAPACITY);
          Crew crew = new Crew(peer);
          crew.start(() -> send(items, size, pipe, delays));
          crew.start(() -> receive(items, size, pipe, delays));
          crew.join();
        });
  }

  private static void send(Cycle items, int size, Pipe pipe, Delays delays)
      throws InterruptedException {
    for (int i = 0; i < size; i++) {
      LockSupport.parkNanos(SILENCE_NANOS);
      delays.sending(i);
      pipe.send(items.at(i));
    }
  }

  private static void receive(Cycle items, int size, Pipe pipe, Delays delays)
      throws InterruptedException {
    for (int i = 0; i < size; i++) {
      items.check(i, pipe.receive());
      delays.received(i);
    }
  }
}
