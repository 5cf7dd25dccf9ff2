package dev.millrace.internal;

import java.util.List;
import java.util.Objects;

/**
 * A {@link Broadcast} with a buffer: a send completes when the value is in it, so the slowest
 * subscriber holds the senders back. Whether there is room is one question for all subscribers, so
 * an offer reaches everybody or nobody, and a sender who waits has sent to nobody yet.
 */
final class BufferedBroadcast<T> extends Broadcast<T> {

  private final int capacity;

  BufferedBroadcast(String name, int capacity) {
    super(name, capacity);
    this.capacity = capacity;
    hasPlaces(capacity);
  }

  @Override
  boolean push(Object value) {
    if (!hasFreePlace()) {
      return false;
    }
    long number = sent();
    try {
      put(value);
      settle();
    } catch (Throwable failed) {
      if (sent() == number) {
        throw failed;
      }
      // It is in the buffer already: it is sent, and whoever was not served finds it there.
    }
    return true;
  }

  @Override
  boolean canPush() {
    return hasFreePlace();
  }

  @Override
  boolean looksUnableToPush() {
    return !closedForSenders() && !hasFreePlace();
  }

  @Override
  void forgotten() {}

  @Override
  boolean admit() {
    if (!looksOffered()) {
      return false;
    }
    // For the sender and those who wait for its value: no memory may be wanting once it is claimed.
    List<Waiter> served = toWake(mostServedBySettling());
    Place sender = claimSender();
    if (sender == null) {
      return false;
    }
    served.add(sender.waiter);
    put(Objects.requireNonNull(sender.item));
    return true;
  }

  @Override
  int mostServedBySettling() {
    return looksOffered() ? 1 + mostServedByPut() : 0;
  }

  @Override
  void refuseHandOver() {}

  @Override
  public int capacity() {
    return capacity;
  }
}
