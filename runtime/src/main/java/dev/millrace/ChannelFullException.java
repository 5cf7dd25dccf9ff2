package dev.millrace;

/** {@link Sender#sendNow} found no room and nobody waiting. */
public final class ChannelFullException extends ChannelException {

  private static final long serialVersionUID = 1L;

  /**
   * An exception for a channel that is full.
   *
   * @param channel the channel, whose name and capacity the message gives
   */
  public ChannelFullException(ChannelEnd channel) {
    super(
        "Channel \""
            + channel.name()
            + "\" takes no value now: nobody is waiting and all "
            + channel.capacity()
            + " places of its buffer are taken. Use send to wait, or trySend to be told.",
        channel,
        null);
  }
}
