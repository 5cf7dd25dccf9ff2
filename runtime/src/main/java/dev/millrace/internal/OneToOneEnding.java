package dev.millrace.internal;

import dev.millrace.annotation.Nullable;

/**
 * How a {@link OneToOneChannel} was closed.
 *
 * @param cause what a receiver is told that has taken everything; null for an ordinary end
 * @param cutOff whether what is in the buffer is not to be received any more
 * @param cutShort what a receiver is told that has not taken everything
 */
record OneToOneEnding(@Nullable Throwable cause, boolean cutOff, @Nullable Throwable cutShort) {

  /** What a further close makes of an earlier one, or of none. */
  static OneToOneEnding after(
      @Nullable OneToOneEnding before, boolean cutOff, @Nullable Throwable cause) {
    if (before == null) {
      return new OneToOneEnding(cause, cutOff, cause);
    }
    return new OneToOneEnding(
        before.cause(), cutOff, before.cause() == null ? cause : before.cause());
  }
}
