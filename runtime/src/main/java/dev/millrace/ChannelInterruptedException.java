package dev.millrace;

/**
 * The thread was interrupted while it waited in a method that does not declare {@link
 * InterruptedException}. Nothing was transferred, and the thread's interrupt flag is set.
 */
public final class ChannelInterruptedException extends ChannelException {

  private static final long serialVersionUID = 1L;

  /**
   * An exception for a wait that was interrupted. The caller sets the interrupt flag again.
   *
   * @param channel the channel waited for, which the message names
   * @param cause the interruption
   */
  public ChannelInterruptedException(ChannelEnd channel, InterruptedException cause) {
    super("Interrupted while waiting for channel \"" + channel.name() + "\".", channel, cause);
  }
}
