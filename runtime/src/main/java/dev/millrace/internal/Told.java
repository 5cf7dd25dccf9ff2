package dev.millrace.internal;

import dev.millrace.ChannelClosedException;
import dev.millrace.ChannelEmptyException;
import dev.millrace.Received;
import dev.millrace.Receiver;
import dev.millrace.annotation.Nullable;
import java.util.Objects;

/**
 * What receiving has come to, as flavours tell it: a value, {@link #ENDED}, or null for nothing (in
 * time); and what each form of receiving makes of that.
 */
@SuppressWarnings("unchecked") // What a Receiver<T> tells of, other than its end, is a T.
enum Told {
  /**
   * The channel is closed and drained. Told instead of a value, and to a receiver that waits, but
   * never buffered.
   */
  ENDED;

  /** One for all: who polls an empty channel again and again must not make garbage. */
  private static final Received<?> NOTHING = new Received.Nothing<>();

  /** For who waited without a limit, and to whom the end is an exception. */
  static <T> T valueOrThrow(@Nullable Object told, Receiver<T> channel) {
    if (told == ENDED) {
      throw closed(channel);
    }
    return (T) Objects.requireNonNull(told);
  }

  /** For who waited without a limit. */
  static <T> @Nullable T valueOrNull(@Nullable Object told, Receiver<T> channel) {
    if (told != ENDED) {
      return (T) Objects.requireNonNull(told);
    }
    if (cause(channel) != null) {
      // A failure never looks like an end.
      throw closed(channel);
    }
    return null;
  }

  /** For who did not wait, and to whom nothing is an exception. */
  static <T> T valueNow(@Nullable Object told, Receiver<T> channel) {
    if (told == null) {
      throw new ChannelEmptyException(channel);
    }
    return valueOrThrow(told, channel);
  }

  static <T> Received<T> received(@Nullable Object told, Receiver<T> channel) {
    if (told == null) {
      return (Received<T>) NOTHING;
    }
    return told == ENDED
        ? new Received.Closed<>(cause(channel))
        : new Received.Value<>((T) Objects.requireNonNull(told));
  }

  private static ChannelClosedException closed(Receiver<?> channel) {
    return new ChannelClosedException(channel, cause(channel));
  }

  private static @Nullable Throwable cause(Receiver<?> channel) {
    return switch (channel) {
      case Flavour<?> flavour -> flavour.cause();
      case OneToOneChannel<?> oneToOne -> oneToOne.cause();
    };
  }
}
