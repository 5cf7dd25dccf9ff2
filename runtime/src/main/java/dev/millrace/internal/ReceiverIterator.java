package dev.millrace.internal;

import dev.millrace.ChannelInterruptedException;
import dev.millrace.Receiver;
import dev.millrace.annotation.Nullable;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;

/** Takes a value when asked whether there is one, and keeps it until it is asked for. */
final class ReceiverIterator<T> implements Iterator<T> {

  private final Receiver<T> receiver;
  private @Nullable T next;
  private boolean ended;

  ReceiverIterator(Receiver<T> receiver) {
    this.receiver = receiver;
  }

  @Override
  public boolean hasNext() {
    if (next == null && !ended) {
      next = receive();
      ended = next == null;
    }
    return next != null;
  }

  private @Nullable T receive() {
    try {
      return receiver.receiveOrNull();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ChannelInterruptedException(receiver, e);
    }
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException(
          "Channel \"" + receiver.name() + "\" is closed and drained. Ask hasNext() first.");
    }
    T value = Objects.requireNonNull(next);
    next = null;
    return value;
  }
}
