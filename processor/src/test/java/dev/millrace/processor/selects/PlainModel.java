package dev.millrace.processor.selects;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A channel each of whose values somebody takes. */
final class PlainModel implements ModelChannel {

  private final int capacity;
  private final Deque<Integer> values = new ArrayDeque<>();
  private boolean receiver;
  private boolean closed;
  private boolean endTold;

  PlainModel(int channel, Occupancy occupancy) {
    capacity = occupancy.capacity;
    for (int i = 0; i < occupancy.values; i++) {
      values.add(Numbers.put(channel, i));
    }
    receiver = occupancy.receiver;
    closed = occupancy.closed;
  }

  @Override
  public boolean canTake() {
    return !values.isEmpty();
  }

  @Override
  public int first() {
    return values.getFirst();
  }

  @Override
  public void take() {
    values.removeFirst();
  }

  @Override
  public boolean canSend() {
    return !closed && (receiver || values.size() < capacity);
  }

  @Override
  public boolean isNextToSend() {
    return !closed && values.size() == capacity;
  }

  @Override
  public boolean needsRoom() {
    return false;
  }

  @Override
  public void send(int number) {
    if (receiver) {
      receiver = false;
    } else {
      values.add(number);
    }
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  @Override
  public void close() {
    closed = true;
    receiver = false;
  }

  @Override
  public boolean endIsTold() {
    return endTold;
  }

  @Override
  public void tellEnd() {
    endTold = true;
  }

  @Override
  public boolean hasReceiver() {
    return receiver;
  }

  @Override
  public boolean isKeeping() {
    return capacity > 0 && !values.isEmpty();
  }

  @Override
  public List<Integer> left() {
    return new ArrayList<>(values);
  }
}
