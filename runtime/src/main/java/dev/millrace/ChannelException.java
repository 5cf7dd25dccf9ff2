package dev.millrace;

import dev.millrace.annotation.Nullable;

/** The base of everything that channel operations throw without declaring it. */
public abstract sealed class ChannelException extends RuntimeException
    permits ChannelClosedException,
        ChannelFullException,
        ChannelEmptyException,
        ChannelInterruptedException {

  private static final long serialVersionUID = 1L;

  /** Channels are not serialisable: after deserialisation only the message tells the name. */
  private final transient @Nullable ChannelEnd channel;

  ChannelException(String message, ChannelEnd channel, @Nullable Throwable cause) {
    super(message, cause);
    this.channel = channel;
  }

  /** {@return the channel it happened on, or {@code null} if this exception was deserialised} */
  public @Nullable ChannelEnd channel() {
    return channel;
  }
}
