package dev.millrace.processor.selects;

/** What is on a channel before a select. */
enum Occupancy {
  /** Rendezvous, and nobody there. */
  EMPTY(0, 0, false, false),

  /** Rendezvous, and somebody waits to send. */
  SENDER(0, 1, false, false),

  /** Rendezvous, and somebody waits to receive. */
  RECEIVER(0, 0, true, false),

  /** An empty buffer of one. */
  ROOM(1, 0, false, false),

  /** A full buffer of one. */
  FULL(1, 1, false, false),

  /** The same, and somebody waits to send. */
  CROWDED(1, 2, false, false),

  /** Closed and drained. */
  CLOSED(0, 0, false, true),

  /** Closed, but there is a value left. */
  CLOSED_FULL(1, 1, false, true);

  final int capacity;

  /** How many values, those of waiting senders included. */
  final int values;

  final boolean receiver;
  final boolean closed;

  Occupancy(int capacity, int values, boolean receiver, boolean closed) {
    this.capacity = capacity;
    this.values = values;
    this.receiver = receiver;
    this.closed = closed;
  }
}
