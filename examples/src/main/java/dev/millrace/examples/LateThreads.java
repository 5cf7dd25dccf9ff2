package dev.millrace.examples;

import dev.millrace.Channel;
import dev.millrace.Selector;
import dev.millrace.annotation.Nullable;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * Eight pairs of virtual threads play ping-pong without end. Do a hundred virtual threads that are
 * started later ever run?
 *
 * <p>With {@code -Djdk.virtualThreadScheduler.parallelism=2} they do over channels, and do not over
 * what the JDK offers: pass {@code queue} or {@code park} to see that.
 */
public final class LateThreads {

  private static final int PAIRS = 8;
  private static final int LATE = 100;
  private static final long WARM_UP_HANDOVERS = 100_000;
  private static final Duration PATIENCE =
      Duration.ofSeconds(Long.getLong("millrace.late.seconds", 5));

  /** One direction of the game. */
  private interface Lane {
    void give(String ball) throws InterruptedException;

    String take() throws InterruptedException;
  }

  private record ChannelLane(Channel<String> channel) implements Lane {
    @Override
    public void give(String ball) throws InterruptedException {
      channel.send(ball);
    }

    @Override
    public String take() throws InterruptedException {
      return channel.receive();
    }
  }

  /** As {@link ChannelLane}, but each side waits for another channel as well. */
  private static final class SelectLane implements Lane {
    private final Selector<String> giving;
    private final Selector<String> taking;

    /** The giver's own. */
    private String next = "";

    SelectLane(Channel<String> channel) {
      Channel<String> other = Channel.rendezvous();
      giving =
          Selector.<String>fair()
              .send(channel, () -> next, () -> next)
              .receive(other, ball -> ball)
              .build();
      taking =
          Selector.<String>fair()
              .receive(channel, ball -> ball)
              .receive(other, ball -> ball)
              .build();
    }

    @Override
    public void give(String ball) throws InterruptedException {
      next = ball;
      giving.select();
    }

    @Override
    public String take() throws InterruptedException {
      return taking.select();
    }
  }

  private record QueueLane(SynchronousQueue<String> queue) implements Lane {
    @Override
    public void give(String ball) throws InterruptedException {
      queue.put(ball);
    }

    @Override
    public String take() throws InterruptedException {
      return queue.take();
    }
  }

  private static final class ParkLane implements Lane {
    private final AtomicReference<@Nullable String> there = new AtomicReference<>();
    private volatile @Nullable Thread taker;

    @Override
    public void give(String ball) {
      there.set(ball);
      LockSupport.unpark(taker);
    }

    @Override
    public String take() {
      taker = Thread.currentThread();
      String ball = there.getAndSet(null);
      while (ball == null) {
        LockSupport.park(this);
        ball = there.getAndSet(null);
      }
      return ball;
    }
  }

  private final LongAdder handovers = new LongAdder();

  private LateThreads() {}

  /**
   * Plays over channels, or as asked: {@code buffered}, {@code select}, {@code queue}, {@code
   * park}.
   */
  public static void main(String[] args) throws InterruptedException {
    // The players are virtual threads, which end with the program.
    new LateThreads().play(args.length == 0 ? "channel" : args[0]);
  }

  private void play(String means) throws InterruptedException {
    for (int pair = 0; pair < PAIRS; pair++) {
      Lane there = lane(means);
      Lane back = lane(means);
      Thread.startVirtualThread(() -> rally(there, back, true));
      Thread.startVirtualThread(() -> rally(back, there, false));
    }
    while (handovers.sum() < WARM_UP_HANDOVERS) {
      Thread.onSpinWait();
    }
    CountDownLatch late = new CountDownLatch(LATE);
    long start = System.nanoTime();
    for (int thread = 0; thread < LATE; thread++) {
      Thread.startVirtualThread(late::countDown);
    }
    boolean all = late.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    long millis = (System.nanoTime() - start) / 1_000_000;
    System.out.printf(
        "%s: %d of %d late threads ran %s %d ms.%n",
        means, LATE - late.getCount(), LATE, all ? "within" : "in", millis);
  }

  private static Lane lane(String means) {
    return switch (means) {
      case "channel" -> new ChannelLane(Channel.rendezvous());
      case "buffered" -> new ChannelLane(Channel.buffered(1));
      case "select" -> new SelectLane(Channel.rendezvous());
      case "queue" -> new QueueLane(new SynchronousQueue<>());
      case "park" -> new ParkLane();
      default ->
          throw new IllegalArgumentException(
              "\"" + means + "\" is none of channel, buffered, select, queue and park.");
    };
  }

  private void rally(Lane out, Lane in, boolean serves) {
    try {
      if (serves) {
        out.give("ball");
      }
      while (true) {
        out.give(in.take());
        handovers.increment();
      }
    } catch (InterruptedException e) {
      throw new AssertionError("Nobody interrupts the players.", e);
    }
  }
}
