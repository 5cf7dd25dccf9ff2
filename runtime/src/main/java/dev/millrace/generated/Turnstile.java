package dev.millrace.generated;

import dev.millrace.Receiver;
import dev.millrace.annotation.Nullable;
import dev.millrace.internal.Line;
import dev.millrace.internal.Line.Turn;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets several workers handle the values of one channel at once and send the results in the order
 * of the values.
 *
 * <p>One worker at a time receives, and stands in line for sending before it lets the next one
 * receive: receiving and drawing a ticket are one step.
 *
 * @param <T> the type of the values
 */
public final class Turnstile<T> {

  private final Receiver<T> input;
  private final Line receiving = new Line();
  private final Line sending = new Line();
  private final Map<Thread, Lane<T>> lanes = new ConcurrentHashMap<>();

  Turnstile(Receiver<T> input) {
    this.input = input;
  }

  /**
   * {@return the current thread's way through, to be used by it alone}
   *
   * <p>The stage takes it away when the thread has ended, in whatever way, so that nobody waits for
   * a worker that is no more.
   */
  public Lane<T> enter() {
    Lane<T> lane = new Lane<>(this);
    lanes.put(Thread.currentThread(), lane);
    return lane;
  }

  /** Lets those behind the current thread go on without it. */
  void leave() {
    Lane<T> lane = lanes.remove(Thread.currentThread());
    if (lane != null) {
      sending.leave(lane.toSend);
      receiving.leave(lane.toReceive);
    }
  }

  /**
   * One worker's way through.
   *
   * @param <T> the type of the values
   */
  public static final class Lane<T> {

    private final Turnstile<T> turnstile;
    private final Turn toReceive;
    private final Turn toSend = new Turn("waiting for its turn");

    private Lane(Turnstile<T> turnstile) {
      this.turnstile = turnstile;
      this.toReceive = new Turn("waiting to receive from \"" + turnstile.input.name() + '"');
    }

    /**
     * Waits for a value, and draws the ticket for its results.
     *
     * @return the value, or {@code null} if the channel is closed and drained
     * @throws InterruptedException if interrupted while waiting
     */
    public @Nullable T receiveOrNull() throws InterruptedException {
      turnstile.receiving.join(toReceive);
      turnstile.receiving.await(toReceive);
      T value = turnstile.input.receiveOrNull();
      if (value != null) {
        // Before anybody else can receive.
        turnstile.sending.join(toSend);
      }
      turnstile.receiving.leave(toReceive);
      return value;
    }

    /**
     * Waits until the results of all earlier values have been sent.
     *
     * @throws InterruptedException if interrupted while waiting
     */
    public void awaitTurn() throws InterruptedException {
      turnstile.sending.await(toSend);
    }

    /** Says that the results of the value have been sent, or that there are none. */
    public void passTurn() {
      turnstile.sending.leave(toSend);
    }
  }
}
