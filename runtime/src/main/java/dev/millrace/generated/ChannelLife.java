package dev.millrace.generated;

import dev.millrace.ChannelEnd;
import dev.millrace.Sender;
import dev.millrace.annotation.Nullable;
import dev.millrace.internal.GeneralChannel;
import dev.millrace.internal.SendEnd;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

/**
 * When a channel of a topology closes: in order, when its last contribution has ended; by being
 * cancelled, when its last consumer has. Also counts what was sent to it and not delivered.
 */
final class ChannelLife<T> {

  final GeneralChannel<T> channel;

  private final AtomicInteger contributions = new AtomicInteger();
  private final AtomicInteger consumers = new AtomicInteger();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private final LongAdder discarded = new LongAdder();
  private boolean consumedByPorts;
  private @Nullable Sender<T> portEnd;
  private @Nullable RequestPort<?, ?> requests;

  ChannelLife(GeneralChannel<T> channel) {
    this.channel = channel;
  }

  /** The one contribution of all ports. Their callers learn from an exception what was refused. */
  Sender<T> portEnd() {
    if (portEnd == null) {
      portEnd = contribution(() -> {});
    }
    return portEnd;
  }

  /** Whose calls are to be told when the channel is closed without a reply. */
  void carriesRequestsOf(RequestPort<?, ?> port) {
    requests = port;
  }

  /** The contribution of a stage, which may not notice that a value was refused. */
  Sender<T> stageEnd() {
    return contribution(discarded::increment);
  }

  private Sender<T> contribution(Runnable onRefusal) {
    contributions.incrementAndGet();
    return new SendEnd<>(
        channel,
        new SendEnd.Owner() {
          @Override
          public void ended(@Nullable Throwable cause) {
            contributionEnded(cause);
          }

          @Override
          public void refused() {
            onRefusal.run();
          }
        });
  }

  private void contributionEnded(@Nullable Throwable cause) {
    if (cause != null) {
      failure.compareAndSet(null, cause);
    }
    if (contributions.decrementAndGet() == 0) {
      Throwable first = failure.get();
      if (first == null) {
        channel.close();
      } else {
        channel.close(first);
      }
    }
  }

  void consumedByPorts() {
    consumedByPorts = true;
  }

  void consumerStarts() {
    consumers.incrementAndGet();
  }

  /** With nobody left who could receive, senders would wait for ever: the channel is cancelled. */
  void consumerEnded() {
    if (consumers.decrementAndGet() == 0 && !consumedByPorts) {
      discard();
    }
  }

  /** Ports refuse from now on. */
  void endPorts() {
    if (portEnd != null) {
      portEnd.close();
    }
  }

  private void discard() {
    discarded.add(channel.closeNow().size());
    loseRequests(null);
  }

  /** A stage failed. What is in the channel still reaches ports, but no stage works on it. */
  void fail(Throwable cause) {
    if (consumedByPorts) {
      channel.close(cause);
    } else {
      abandon(cause);
    }
  }

  /** Closes the channel for both sides, counts what was in it, and tells receivers why. */
  void abandon(Throwable cause) {
    discarded.add(channel.closeNow(cause).size());
    loseRequests(cause);
  }

  private void loseRequests(@Nullable Throwable cause) {
    if (requests != null) {
      requests.lose(cause);
    }
  }

  /** Whether it is this channel, or one of the ends through which stages and ports send. */
  boolean isEnd(ChannelEnd end) {
    return end == channel || (end instanceof SendEnd<?> part && part.channel() == channel);
  }

  boolean hasValuesForPorts() {
    return consumedByPorts && !channel.isEmpty();
  }

  /**
   * How many values were sent and will not be received, those dropped for want of room included.
   */
  long discarded() {
    return discarded.sum() + channel.dropped();
  }
}
