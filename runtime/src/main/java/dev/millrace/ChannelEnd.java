package dev.millrace;

/**
 * What both ends of a channel can tell about it.
 *
 * <p>Every answer is exact for one instant between call and return. Another thread may change it
 * right afterwards, so answers are for watching and testing; to act on the state of a channel use
 * the operations that test and act in one step, such as {@link Sender#trySend}.
 *
 * <pre>{@code
 * Channel<String> lines = Channel.buffered("lines", 16);
 * lines.sendNow("one");
 * System.out.println(lines.name() + ": " + lines.size() + " of " + lines.capacity()); // lines: 1 of 16
 * }</pre>
 */
public sealed interface ChannelEnd permits Sender, Receiver {

  /** {@return the name given to the channel, or {@code "channel"} if it has none} */
  String name();

  /**
   * {@return how many values fit: 0 for a rendezvous channel, {@link Integer#MAX_VALUE} for an
   * unlimited one}
   */
  int capacity();

  /** {@return how many values are buffered; always 0 for a rendezvous channel} */
  int size();

  /** {@return whether no value is buffered; always true for a rendezvous channel} */
  default boolean isEmpty() {
    return size() == 0;
  }

  /** {@return whether there is no room in the buffer; always true for a rendezvous channel} */
  default boolean isFull() {
    return size() == capacity();
  }

  /**
   * {@return how many values the channel has dropped so far for want of room; always 0 unless it
   * was made with an {@link Overflow} policy other than waiting}
   */
  long dropped();

  /**
   * {@return whether sending through this end has come to its end} Values that were buffered before
   * can still be received.
   */
  boolean isClosed();
}
