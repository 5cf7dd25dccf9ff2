package dev.millrace;

import dev.millrace.annotation.Nullable;

/**
 * What a receive that need not wait for ever has come back with, made for a pattern {@code switch}:
 *
 * <pre>{@code
 * switch (orders.tryReceive()) {
 *   case Received.Value(Order order) -> handle(order);
 *   case Received.Nothing() -> idle();
 *   case Received.Closed(var cause) -> finish();
 * }
 * }</pre>
 *
 * @param <T> the type of the values
 */
public sealed interface Received<T> {

  /**
   * A value was taken from the channel.
   *
   * @param <T> the type of the values
   * @param value the value, never {@code null}
   */
  record Value<T>(T value) implements Received<T> {}

  /**
   * There was no value, or none in time; the channel is still open.
   *
   * @param <T> the type of the values
   */
  record Nothing<T>() implements Received<T> {}

  /**
   * The channel is closed and drained.
   *
   * @param <T> the type of the values
   * @param cause the failure it was closed with, or {@code null} if this is an ordinary end
   */
  record Closed<T>(@Nullable Throwable cause) implements Received<T> {}
}
