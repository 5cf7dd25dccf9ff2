package dev.millrace.internal;

import dev.millrace.Channel;
import dev.millrace.ChannelClosedException;
import dev.millrace.ChannelFullException;
import dev.millrace.Sender;
import dev.millrace.annotation.Nullable;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One contribution to a channel: the send end that one stage, or all ports together, hold. Closing
 * it ends only this contribution: sends that wait through it fail, those of others go on. What it
 * means for the channel is decided by the {@link Owner}.
 *
 * @param <T> the type of the values
 */
public final class SendEnd<T> implements Sender<T> {

  /** Who is told what becomes of a contribution. */
  public interface Owner {

    /** The contribution has ended, with a failure or, if that is null, in good order. */
    void ended(@Nullable Throwable failure);

    /** A value was to be sent and was not delivered. */
    void refused();
  }

  private final TwoEnded<T> channel;
  private final Owner owner;
  private final AtomicBoolean closed = new AtomicBoolean();

  /** A contribution to a channel. */
  public SendEnd(Channel<T> channel, Owner owner) {
    this.channel =
        switch (channel) {
          case TwoEnded<T> shared -> shared;
          case OneToOneChannel<T> oneToOne ->
              throw new IllegalArgumentException(oneToOne + " has one contribution: itself.");
        };
    this.owner = owner;
  }

  /** The channel that it contributes to. */
  public TwoEnded<T> channel() {
    return channel;
  }

  /** Whether this contribution has ended, whatever others do. */
  boolean hasEnded() {
    return closed.get();
  }

  /** What a send gets to hear that this end, or its channel, refuses; counted by the owner. */
  ChannelClosedException refuse() {
    owner.refused();
    return refusal();
  }

  /** As {@link #refuse}, but for whoever counts by itself. */
  ChannelClosedException refusal() {
    return new ChannelClosedException(hasEnded() ? this : channel, channel.cause());
  }

  @Override
  public void send(T value) throws InterruptedException {
    try {
      channel.send(value, this);
    } catch (ChannelClosedException e) {
      owner.refused();
      throw e;
    } catch (InterruptedException e) {
      countIfEnded();
      throw e;
    }
  }

  @Override
  public boolean trySend(T value) {
    try {
      return channel.trySend(value, this);
    } catch (ChannelClosedException e) {
      owner.refused();
      throw e;
    }
  }

  @Override
  public boolean trySend(T value, Duration atMost) throws InterruptedException {
    try {
      return channel.trySend(value, atMost, this);
    } catch (ChannelClosedException e) {
      owner.refused();
      throw e;
    } catch (InterruptedException e) {
      countIfEnded();
      throw e;
    }
  }

  @Override
  public void sendNow(T value) {
    if (!trySend(value)) {
      throw new ChannelFullException(this);
    }
  }

  @Override
  public Flow.Subscriber<T> subscriber() {
    return new SenderSubscriber<>(this);
  }

  /** An interrupt alone refuses nothing: while the end is open the caller can send it again. */
  private void countIfEnded() {
    if (isClosed()) {
      owner.refused();
    }
  }

  @Override
  public void close() {
    tryClose();
  }

  @Override
  public void close(Throwable cause) {
    tryClose(cause);
  }

  @Override
  public boolean tryClose() {
    return tryEnd(null);
  }

  @Override
  public boolean tryClose(Throwable cause) {
    return tryEnd(
        Objects.requireNonNull(cause, "A failure needs a cause. Use close() for an ordinary end."));
  }

  private boolean tryEnd(@Nullable Throwable failure) {
    boolean first = closed.compareAndSet(false, true);
    if (first) {
      // Before the owner closes the channel: the waiting sends are told of their own end.
      try {
        channel.refuse(this);
      } finally {
        // Even after an error: it never ends again, and the channel would wait for it for ever.
        owner.ended(failure);
      }
    }
    return first;
  }

  @Override
  public String name() {
    return channel.name();
  }

  @Override
  public int capacity() {
    return channel.capacity();
  }

  @Override
  public int size() {
    return channel.size();
  }

  @Override
  public long dropped() {
    return channel.dropped();
  }

  @Override
  public boolean isClosed() {
    return closed.get() || channel.isClosed();
  }

  @Override
  public String toString() {
    return "Send end of " + channel;
  }
}
