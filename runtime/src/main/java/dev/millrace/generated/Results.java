package dev.millrace.generated;

import dev.millrace.Sender;
import dev.millrace.annotation.Nullable;
import java.util.Optional;
import java.util.stream.Stream;

/** What a stage's method returned, where that may be more or less than one value. */
public final class Results {

  /** Told to code in a stream that goes on although the stream is over; with no trace. */
  private static final class StreamIsOver extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StreamIsOver(Throwable because) {
      super("A value of this stream could not be sent. It takes no more.", because, false, false);
    }
  }

  /**
   * Sends value by value until one cannot be sent, and keeps why. That does not go up through the
   * stream, where user code could catch it, be it to log it or to try again, and where an interrupt
   * could not: it ends the stream as one that has found what it looked for.
   */
  private static final class Delivery<T> {

    private final Sender<? super T> to;
    private @Nullable Throwable failure;

    Delivery(Sender<? super T> to) {
      this.to = to;
    }

    /** Whether the stream is to go on. */
    boolean take(T value) {
      if (failure != null) {
        // Nobody has asked for more: a loop of user code pushes on, which nothing else can end.
        throw new StreamIsOver(failure);
      }
      try {
        to.send(value);
        return true;
      } catch (InterruptedException | RuntimeException | Error e) {
        failure = e;
        return false;
      }
    }

    boolean hasFailed() {
      return failure != null;
    }

    void throwFailure() throws InterruptedException {
      switch (failure) {
        case null -> {}
        case InterruptedException e -> throw e;
        case RuntimeException e -> throw e;
        case Error e -> throw e;
        default -> throw new AssertionError(failure);
      }
    }
  }

  private Results() {}

  /**
   * Sends what a stream has, in its order and in this thread, each value as soon as there is one.
   * The caller closes the stream.
   *
   * <p>Not by the stream's iterator, which would put aside what an inner stream of {@code flatMap}
   * has, however much that is, before it gave the first value away. Nor by {@code forEach}: some
   * collections hold their lock for as long as that takes. (On JDKs before 24, an endless stream
   * within two {@code flatMap}s is still put aside.)
   *
   * @param <T> the type of the values
   * @param results what a stage returned
   * @param to where the stage sends
   * @throws InterruptedException if interrupted while waiting to send
   * @throws dev.millrace.ChannelClosedException if the channel is closed
   * @throws NullPointerException if the stream or one of its values is {@code null}
   */
  public static <T> void sendEach(@Nullable Stream<? extends T> results, Sender<? super T> to)
      throws InterruptedException {
    if (results == null) {
      throw new NullPointerException(
          "null is no Stream: a stage that has nothing to send returns Stream.empty().");
    }
    Delivery<T> delivery = new Delivery<>(to);
    try {
      // Two steps: of the second alone nothing would be asked any more once it has said no.
      boolean unused = results.sequential().map(delivery::take).allMatch(Boolean::booleanValue);
    } catch (Throwable thrown) {
      // If it has failed before, that is the reason, whatever user code made of it.
      if (!delivery.hasFailed()) {
        throw thrown;
      }
    }
    delivery.throwFailure();
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
