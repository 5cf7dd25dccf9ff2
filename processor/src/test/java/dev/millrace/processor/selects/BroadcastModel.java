package dev.millrace.processor.selects;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A channel each of whose values reaches both the select and another subscriber, as far apart as
 * the places for values let them be. Without a buffer there is one place, for what is being handed
 * over.
 */
final class BroadcastModel implements ModelChannel {

  private final int capacity;

  /** The values in places, and how many of them each of the two has taken. */
  private final List<Integer> placed = new ArrayList<>();

  private int taken;
  private int takenByOther;

  /** The values of senders who wait for a place. */
  private final Deque<Integer> waiting = new ArrayDeque<>();

  private int refused;
  private boolean closed;
  private boolean endTold;

  BroadcastModel(int channel, Occupancy occupancy) {
    capacity = occupancy.capacity;
    for (int i = 0; i < occupancy.values; i++) {
      send(Numbers.put(channel, i));
    }
    closed = occupancy.closed;
  }

  @Override
  public boolean canTake() {
    return taken < placed.size();
  }

  @Override
  public int first() {
    return placed.get(taken);
  }

  @Override
  public void take() {
    taken++;
    settle();
  }

  boolean otherCanTake() {
    return takenByOther < placed.size();
  }

  int firstOfOther() {
    return placed.get(takenByOther);
  }

  void otherTakes() {
    takenByOther++;
    settle();
  }

  /** What both have taken makes room for those who wait. */
  private void settle() {
    while (taken > 0 && takenByOther > 0) {
      placed.removeFirst();
      taken--;
      takenByOther--;
    }
    while (!waiting.isEmpty() && hasPlace()) {
      placed.add(waiting.removeFirst());
    }
  }

  private boolean hasPlace() {
    return placed.size() < Math.max(1, capacity);
  }

  @Override
  public boolean canSend() {
    return !closed && placed.size() < capacity;
  }

  @Override
  public boolean isNextToSend() {
    return !closed && capacity > 0 && !hasPlace() && waiting.isEmpty();
  }

  @Override
  public boolean needsRoom() {
    return isNextToSend();
  }

  @Override
  public void send(int number) {
    waiting.add(number);
    settle();
  }

  /** Whether somebody waits for a place. */
  boolean hasWaitingSender() {
    return !waiting.isEmpty();
  }

  /** Without a buffer the first to take a value decides that it is sent. */
  @Override
  public boolean isKeeping() {
    return canTake() && (capacity > 0 || takenByOther > 0);
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  @Override
  public void close() {
    closed = true;
    refused += waiting.size();
    waiting.clear();
    if (capacity == 0 && !placed.isEmpty() && taken == 0 && takenByOther == 0) {
      placed.clear();
      refused++;
    }
  }

  /** How many senders have waited in vain, the last of them all. */
  int refused() {
    return refused;
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
    return false;
  }

  @Override
  public List<Integer> left() {
    return new ArrayList<>(placed.subList(taken, placed.size()));
  }
}
