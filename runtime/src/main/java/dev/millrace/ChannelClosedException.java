package dev.millrace;

import dev.millrace.annotation.Nullable;

/**
 * The channel is closed: for a send, its value was not delivered; for a receive, nothing is left.
 * The {@linkplain #getCause() cause} is the failure the channel was closed with, if there was one.
 *
 * <pre>{@code
 * Channel<String> lines = Channel.buffered(16);
 * lines.close(new IOException("disk full"));
 * try {
 *   lines.receive();
 * } catch (ChannelClosedException end) {
 *   System.out.println(end.getCause().getMessage()); // disk full
 * }
 * }</pre>
 */
public final class ChannelClosedException extends ChannelException {

  private static final long serialVersionUID = 1L;

  /**
   * An exception for a channel that is closed.
   *
   * @param channel the channel, which the message names
   * @param cause the failure it was closed with, or {@code null}
   */
  public ChannelClosedException(ChannelEnd channel, @Nullable Throwable cause) {
    this(message(channel, cause), channel, cause);
  }

  private ChannelClosedException(String message, ChannelEnd channel, @Nullable Throwable cause) {
    super(message, channel, cause);
  }

  /**
   * {@return an exception for a request that was accepted and gets no reply} Whether its server has
   * begun to work on it is not known.
   *
   * @param channel the channel of the request, which the message names
   * @param cause the failure it was closed with, or {@code null}
   */
  public static ChannelClosedException beforeReply(ChannelEnd channel, @Nullable Throwable cause) {
    String closed = "Channel \"" + channel.name() + "\" was closed before the reply came";
    return new ChannelClosedException(
        cause == null ? closed + "." : closed + ": " + ThrownText.of(cause), channel, cause);
  }

  private static String message(ChannelEnd channel, @Nullable Throwable cause) {
    String closed = "Channel \"" + channel.name() + "\" is closed";
    return cause == null ? closed + "." : closed + " because of a failure: " + ThrownText.of(cause);
  }
}
