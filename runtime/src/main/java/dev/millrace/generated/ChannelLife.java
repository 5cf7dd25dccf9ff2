package dev.millrace.generated;

import dev.millrace.Channel;
import dev.millrace.ChannelEnd;
import dev.millrace.Receiver;
import dev.millrace.Sender;
import dev.millrace.annotation.Nullable;
import dev.millrace.internal.Broadcast;
import dev.millrace.internal.SendEnd;
import dev.millrace.internal.Subscription;
import dev.millrace.internal.TwoEnded;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * When a channel of a topology closes: in order, when its last contribution has ended; by being
 * cancelled, when its last consumer has. Also counts what was sent to it and not delivered.
 */
final class ChannelLife<T> implements RunChannel<T> {

  private final TwoEnded<T> channel;

  /** Why the whole topology is over, or null. */
  private final Supplier<@Nullable Throwable> overBecause;

  private final AtomicInteger contributions = new AtomicInteger();
  private final AtomicInteger consumers = new AtomicInteger();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private final LongAdder discarded = new LongAdder();
  private boolean consumedByPorts;
  private @Nullable Sender<T> portEnd;
  private @Nullable RequestPort<?, ?> requests;

  ChannelLife(TwoEnded<T> channel, Supplier<@Nullable Throwable> overBecause) {
    this.channel = channel;
    this.overBecause = overBecause;
  }

  @Override
  public Channel<T> channel() {
    return channel;
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

  @Override
  public Sender<T> stageEnd() {
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
    // Channels are failed one by one. Who was woken by another one and has ended, or closed its end
    // itself, must not look complete to those who receive from this one.
    Throwable why = cause == null ? overBecause.get() : cause;
    if (why != null) {
      failure.compareAndSet(null, why);
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

  /** Where ports receive: at one end together, or each as a subscriber of its own. */
  Receiver<T> receiverForPorts() {
    consumedByPorts = true;
    return receiver();
  }

  @Override
  public Receiver<T> stageReceiver() {
    consumers.incrementAndGet();
    return receiver();
  }

  private Receiver<T> receiver() {
    return channel instanceof Broadcast<T> broadcast ? broadcast.subscribe() : channel;
  }

  /** With nobody left who could receive, senders would wait for ever: the channel is cancelled. */
  @Override
  public void consumerEnded(Receiver<T> end) {
    if (end instanceof Subscription<T> subscription) {
      discarded.add(subscription.broadcast().unsubscribe(subscription, overBecause.get()));
    }
    if (consumers.decrementAndGet() == 0 && !consumedByPorts) {
      discard(overBecause.get());
    }
  }

  @Override
  public void endPorts() {
    if (portEnd != null) {
      portEnd.close();
    }
  }

  @Override
  public void fail(Throwable cause) {
    if (consumedByPorts) {
      channel.close(cause);
    } else {
      abandon(cause);
    }
  }

  @Override
  public void abandon(Throwable cause) {
    discard(cause);
  }

  private void discard(@Nullable Throwable cause) {
    List<T> undelivered = cause == null ? channel.closeNow() : channel.closeNow(cause);
    discarded.add(undelivered.size());
    loseRequests(cause);
  }

  private void loseRequests(@Nullable Throwable cause) {
    if (requests != null) {
      requests.lose(cause);
    }
  }

  @Override
  public boolean isEnd(ChannelEnd end) {
    return isChannel(end) || (end instanceof SendEnd<?> part && part.channel() == channel);
  }

  @Override
  public boolean isChannel(ChannelEnd end) {
    return end == channel
        || (end instanceof Subscription<?> subscription && subscription.broadcast() == channel);
  }

  @Override
  public boolean hasValuesForPorts() {
    return consumedByPorts
        && (channel instanceof Broadcast<T> broadcast
            ? broadcast.holdsValues()
            : !channel.isEmpty());
  }

  @Override
  public long movement() {
    return channel.movement();
  }

  @Override
  public long discarded() {
    return discarded.sum() + channel.dropped();
  }
}
