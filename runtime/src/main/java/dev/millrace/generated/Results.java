package dev.millrace.generated;

import dev.millrace.Sender;
import dev.millrace.annotation.Nullable;
import java.util.Optional;
import java.util.stream.Stream;

/** What a stage's method returned, where that may be more or less than one value. */
public final class Results {

  /**
   * An interrupt on its way through a stream, which can pass on no checked exception. User code may
   * be between, and may wrap it: then its cause still says what happened.
   */
  private static final class InterruptedInStream extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient InterruptedException interruption;

    InterruptedInStream(InterruptedException interruption) {
      // The trace is that of the cause.
      super(null, interruption, false, false);
      this.interruption = interruption;
    }
  }

  private Results() {}

  /**
   * Sends what a stream has, in its order, each value as soon as there is one. The caller closes
   * the stream.
   *
   * <p>The stream pushes: its iterator would put aside what an inner stream of {@code flatMap} has,
   * however much that is, before it gave the first value away.
   *
   * @param <T> the type of the values
   * @param results what a stage returned
   * @param to where the stage sends
   * @throws InterruptedException if interrupted while waiting to send
   * @throws NullPointerException if the stream or one of its values is {@code null}
   */
  public static <T> void sendEach(@Nullable Stream<? extends T> results, Sender<? super T> to)
      throws InterruptedException {
    if (results == null) {
      throw new NullPointerException(
          "null is no Stream: a stage that has nothing to send returns Stream.empty().");
    }
    try {
      results.sequential().forEachOrdered(value -> send(value, to));
    } catch (InterruptedInStream carrier) {
      throw carrier.interruption;
    }
  }

  private static <T> void send(T value, Sender<? super T> to) {
    try {
      to.send(value);
    } catch (InterruptedException e) {
      throw new InterruptedInStream(e);
    }
  }

  /**
   * {@return what a stage returned}
   *
   * @param <T> the type of the value
   * @param result one value or none
   * @throws NullPointerException if it is {@code null}
   */
  @SuppressWarnings("NullableOptional") // That it is refused is the point.
  public static <T> Optional<T> required(@Nullable Optional<T> result) {
    if (result == null) {
      throw new NullPointerException(
          "null is no Optional: a stage that has nothing to send returns Optional.empty().");
    }
    return result;
  }
}
