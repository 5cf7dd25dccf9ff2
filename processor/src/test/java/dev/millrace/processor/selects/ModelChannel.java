package dev.millrace.processor.selects;

import java.util.List;

/** What should be on a channel, as the select sees it. Values are numbers. */
sealed interface ModelChannel permits PlainModel, BroadcastModel {

  static ModelChannel of(int channel, Occupancy occupancy, boolean broadcast) {
    return broadcast ? new BroadcastModel(channel, occupancy) : new PlainModel(channel, occupancy);
  }

  /** Whether there is a value to take. */
  boolean canTake();

  /** The one to take next. */
  int first();

  void take();

  boolean canSend();

  /** Whether nobody else stands before a select that waits to send. */
  boolean isNextToSend();

  /** Whether what comes next must wait for room, which a select that waits to send would get. */
  boolean needsRoom();

  void send(int number);

  boolean isClosed();

  void close();

  boolean endIsTold();

  void tellEnd();

  /** Whether somebody else receives what comes next. */
  boolean hasReceiver();

  /** Whether there are values that only a receiver can make go away. */
  boolean isKeeping();

  /** What is left for the select, in order. */
  List<Integer> left();

  default boolean hasEnded() {
    return isClosed() && !canTake();
  }
}
