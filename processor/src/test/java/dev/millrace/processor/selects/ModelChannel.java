package dev.millrace.processor.selects;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What should be on a channel. Values are numbers. */
final class ModelChannel {

  private final int capacity;
  private final Deque<Integer> values = new ArrayDeque<>();
  private boolean receiver;
  private boolean closed;
  private boolean endTold;

  ModelChannel(int channel, Occupancy occupancy) {
    capacity = occupancy.capacity;
    for (int i = 0; i < occupancy.values; i++) {
      values.add(Numbers.put(channel, i));
    }
    receiver = occupancy.receiver;
    closed = occupancy.closed;
  }

  boolean canTake() {
    return !values.isEmpty();
  }

  int first() {
    return values.getFirst();
  }

  void take() {
    values.removeFirst();
  }

  boolean canSend() {
    return !closed && (receiver || values.size() < capacity);
  }

  /** Whether nobody else stands before a select that waits to send. */
  boolean isNextToSend() {
    return !closed && values.size() == capacity;
  }

  void send(int number) {
    if (receiver) {
      receiver = false;
    } else {
      values.add(number);
    }
  }

  boolean hasEnded() {
    return closed && values.isEmpty();
  }

  boolean isClosed() {
    return closed;
  }

  void close() {
    closed = true;
    receiver = false;
  }

  boolean endIsTold() {
    return endTold;
  }

  void tellEnd() {
    endTold = true;
  }

  /** Whether somebody else receives what comes next. */
  boolean hasReceiver() {
    return receiver;
  }

  /** Whether values lie in a buffer. */
  boolean isBuffering() {
    return capacity > 0 && !values.isEmpty();
  }

  /** What is left, in order. */
  List<Integer> left() {
    return new ArrayList<>(values);
  }
}
