package dev.millrace.internal;

import dev.millrace.Channel;
import dev.millrace.Received;
import dev.millrace.Receiver;
import dev.millrace.Selector;
import dev.millrace.Signal;
import dev.millrace.annotation.Nullable;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A receiver in the shape of a publisher. Each subscription is one more thread that receives, when
 * and as long as its subscriber has asked for values.
 */
record ReceiverPublisher<T>(Receiver<T> receiver) implements Flow.Publisher<T> {

  @Override
  public void subscribe(Flow.Subscriber<? super T> subscriber) {
    Objects.requireNonNull(subscriber, "A subscriber must not be null.");
    Subscription<T> subscription = new Subscription<>(receiver, subscriber);
    subscriber.onSubscribe(subscription);
    Thread.ofVirtual().name("publisher of " + receiver.name()).start(subscription::run);
  }

  private static final class Subscription<T> implements Flow.Subscription {

    private final Receiver<T> receiver;
    private final Flow.Subscriber<? super T> subscriber;
    private final AtomicLong demand = new AtomicLong();
    private volatile boolean cancelled;
    private volatile @Nullable IllegalArgumentException refusal;

    /** Told when one of the fields above has changed. */
    private final Channel<Signal> changed = Channel.keepLatest("changed");

    private final Selector<Boolean> goesOn;

    Subscription(Receiver<T> receiver, Flow.Subscriber<? super T> subscriber) {
      this.receiver = receiver;
      this.subscriber = subscriber;
      // The end is told without demand, and before the receive arm can throw for a failure.
      this.goesOn =
          Selector.<Boolean>prioritised()
              .receive(changed, signal -> true)
              .closed(receiver, () -> false)
              .receive(receiver, this::deliver)
              .when(() -> demand.get() > 0)
              .build();
    }

    @Override
    public void request(long n) {
      if (n <= 0) {
        refusal =
            new IllegalArgumentException(
                "A subscriber asked for " + n + " values (rule 3.9). Ask for 1 or more.");
      } else {
        demand.accumulateAndGet(n, Subscription::upToUnbounded);
      }
      changed.sendNow(Signal.SIGNAL);
    }

    private static long upToUnbounded(long demand, long more) {
      long sum = demand + more;
      return sum < 0 ? Long.MAX_VALUE : sum;
    }

    @Override
    public void cancel() {
      cancelled = true;
      // Not by an interrupt, which would hit the subscriber's code.
      changed.sendNow(Signal.SIGNAL);
    }

    private void run() {
      try {
        while (!cancelled) {
          if (refusal != null) {
            subscriber.onError(refusal);
            return;
          }
          if (!goesOn.select()) {
            end();
            return;
          }
        }
      } catch (InterruptedException e) {
        // By the subscriber's own code, since nobody else has this thread.
        subscriber.onError(e);
      }
    }

    private boolean deliver(T value) {
      demand.decrementAndGet();
      subscriber.onNext(value);
      return true;
    }

    private void end() {
      if (receiver.tryReceive() instanceof Received.Closed<T>(Throwable cause) && cause != null) {
        subscriber.onError(cause);
      } else {
        subscriber.onComplete();
      }
    }
  }
}
