package dev.millrace;

/** {@link Receiver#receiveNow} found no value. */
public final class ChannelEmptyException extends ChannelException {

  private static final long serialVersionUID = 1L;

  /**
   * An exception for a channel that is empty.
   *
   * @param channel the channel, which the message names
   */
  public ChannelEmptyException(ChannelEnd channel) {
    super(
        "Channel \""
            + channel.name()
            + "\" has no value now. Use receive to wait, or tryReceive to be told.",
        channel,
        null);
  }
}
