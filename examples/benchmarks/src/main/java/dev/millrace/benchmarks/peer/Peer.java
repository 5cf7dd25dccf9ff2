package dev.millrace.benchmarks.peer;

/** The channels of one library, as code sees them that blocks its thread. */
public interface Peer {

  /** The name by which it is chosen and reported. */
  String name();

  /** Says whether it has channels with room for so many values; 0 is a rendezvous. */
  boolean offers(int capacity);

  /**
   * Opens a channel with room for so many values, for any number of threads if the peer has such.
   */
  Pipe pipe(int capacity);

  /** Opens a channel for so many threads, with room for so many values. */
  default Pipe pipe(int capacity, int senders, int receivers) {
    return pipe(capacity);
  }

  /** Says whether more than one thread may send, and more than one receive. */
  default boolean isShared() {
    return true;
  }

  /** Says whether so many threads may send, and so many receive. */
  default boolean admits(int senders, int receivers) {
    return isShared() || (senders == 1 && receivers == 1);
  }

  /** The threads that use its channels. */
  default Thread.Builder threads() {
    return Thread.ofVirtual();
  }
}
