package dev.millrace.internal;

import dev.millrace.Channel;
import dev.millrace.ChannelClosedException;
import dev.millrace.Sender;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A sender in the shape of a subscriber. It asks for one value at a time, when the one before has
 * been sent. The sending is done by a thread of its own, so that a full channel makes the publisher
 * wait for demand and never holds up the publisher's thread.
 */
final class SenderSubscriber<T> implements Flow.Subscriber<T> {

  private final Sender<T> sender;
  private final AtomicReference<Flow.Subscription> subscribed = new AtomicReference<>();

  /** Never full: there is no demand for a value while one is in here. */
  private final Channel<T> inbox;

  SenderSubscriber(Sender<T> sender) {
    this.sender = sender;
    this.inbox = Channel.buffered("subscriber of " + sender.name(), 1);
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    Objects.requireNonNull(subscription, "A subscription must not be null.");
    if (!subscribed.compareAndSet(null, subscription)) {
      subscription.cancel();
      return;
    }
    Thread.ofVirtual().name(inbox.name()).start(() -> run(subscription));
  }

  private void run(Flow.Subscription subscription) {
    try {
      subscription.request(1);
      for (T value; (value = inbox.receiveOrNull()) != null; ) {
        sender.send(value);
        subscription.request(1);
      }
      sender.close();
    } catch (ChannelClosedException e) {
      if (e.channel() == inbox) {
        sender.close(Objects.requireNonNull(e.getCause()));
      } else {
        subscription.cancel();
      }
    } catch (InterruptedException e) {
      // By the publisher's own code, since nobody else has this thread.
      subscription.cancel();
      sender.close(e);
    } catch (RuntimeException | Error e) {
      // Foreign code that the send called, such as the hook of a dropping channel.
      subscription.cancel();
      sender.close(e);
      throw e;
    }
  }

  @Override
  public void onNext(T value) {
    inbox.sendNow(value);
  }

  @Override
  public void onError(Throwable failure) {
    inbox.close(failure);
  }

  @Override
  public void onComplete() {
    inbox.close();
  }
}
