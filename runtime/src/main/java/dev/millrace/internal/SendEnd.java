package dev.millrace.internal;

import dev.millrace.Channel;
import dev.millrace.ChannelClosedException;
import dev.millrace.ChannelFullException;
import dev.millrace.Sender;
import dev.millrace.annotation.Nullable;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One contribution to a channel: the send end that one stage, or all ports together, hold. Closing
 * it ends only this contribution; what that means for the channel is decided by the {@link Owner}.
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

  private final GeneralChannel<T> channel;
  private final Owner owner;
  private final AtomicBoolean closed = new AtomicBoolean();

  /** A contribution to a channel. */
  public SendEnd(Channel<T> channel, Owner owner) {
    this.channel =
        switch (channel) {
          case GeneralChannel<T> general -> general;
        };
    this.owner = owner;
  }

  GeneralChannel<T> channel() {
    return channel;
  }

  /** Whether this contribution has ended, whatever others do. */
  boolean hasEnded() {
    return closed.get();
  }

  @Override
  public void send(T value) throws InterruptedException {
    boolean delivered = false;
    try {
      requireOpen();
      channel.send(value);
      delivered = true;
    } finally {
      if (!delivered) {
        owner.refused();
      }
    }
  }

  @Override
  public boolean trySend(T value) {
    requireOpen();
    return channel.trySend(value);
  }

  @Override
  public boolean trySend(T value, Duration atMost) throws InterruptedException {
    requireOpen();
    return channel.trySend(value, atMost);
  }

  @Override
  public void sendNow(T value) {
    if (!trySend(value)) {
      throw new ChannelFullException(this);
    }
  }

  private void requireOpen() {
    if (closed.get()) {
      throw new ChannelClosedException(channel, null);
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
      owner.ended(failure);
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
  public boolean isEmpty() {
    return channel.isEmpty();
  }

  @Override
  public boolean isFull() {
    return channel.isFull();
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
