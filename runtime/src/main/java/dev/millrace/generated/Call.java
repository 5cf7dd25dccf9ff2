package dev.millrace.generated;

import dev.millrace.Receiver;
import dev.millrace.annotation.Nullable;
import dev.millrace.internal.Reply;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/**
 * A question on its way through a channel, and the way back to the one caller that waits for the
 * reply: so replies cannot be swapped.
 *
 * <p>What a caller does before it asks happens-before the server gets the question, and what the
 * server does before it replies or fails happens-before the caller returns.
 *
 * @param <Q> the type of the question
 * @param <R> the type of the reply
 */
public final class Call<Q, R> {

  /** What the server threw. Private, so that no reply can be mistaken for one. */
  private record Thrown(Throwable thrown) {}

  private final Q question;
  private final Reply reply;
  private final BooleanSupplier isTopologyOver;

  Call(Q question, Reply reply, BooleanSupplier isTopologyOver) {
    this.question = question;
    this.reply = reply;
    this.isTopologyOver = isTopologyOver;
  }

  /**
   * Waits for the next call whose caller still waits. One that timed out in the buffer is passed
   * over: to answer it would only keep the others waiting.
   *
   * @param <Q> the type of the question
   * @param <R> the type of the reply
   * @param calls where the server receives
   * @return the call, or {@code null} if the channel is closed and drained
   * @throws InterruptedException if interrupted while waiting
   */
  public static <Q, R> @Nullable Call<Q, R> next(Receiver<Call<Q, R>> calls)
      throws InterruptedException {
    Call<Q, R> call = calls.receiveOrNull();
    while (call != null && !call.reply.isWaiting()) {
      call = calls.receiveOrNull();
    }
    return call;
  }

  /** {@return what the caller asks} */
  public Q question() {
    return question;
  }

  /**
   * Replies; dropped if the caller waits no longer. A call gets one reply or one failure, from the
   * thread that received it.
   *
   * @param value the reply
   * @throws NullPointerException if it is {@code null}
   */
  public void reply(R value) {
    dropInterrupt();
    reply.give(
        Objects.requireNonNull(
            value,
            "null is no reply: a server that may have none returns an Optional, or a record."));
  }

  /**
   * Passes what the server threw on to the caller; dropped if the caller waits no longer.
   *
   * @param thrown what the server threw; an {@link Error} is also thrown here, as no single call is
   *     to blame for it
   */
  public void fail(Throwable thrown) {
    dropInterrupt();
    reply.give(new Thrown(thrown));
    if (thrown instanceof Error error) {
      throw error;
    }
  }

  /**
   * An interrupt flag that the server's method has left set is the affair of this call alone, as
   * what it throws is: the wait for the next one would fail the whole topology.
   *
   * <p>Unless it is the topology's own. That interrupts a server only when it is over, and is over
   * before it interrupts: if it is not over yet after the flag was cleared, its interrupt is still
   * to come.
   */
  private void dropInterrupt() {
    if (Thread.interrupted() && isTopologyOver.getAsBoolean()) {
      Thread.currentThread().interrupt();
    }
  }

  // The caller's side.

  Reply.Outcome await() throws InterruptedException {
    return reply.await();
  }

  void lose() {
    reply.lose();
  }

  /** What the server threw, or null if it replied. */
  @Nullable
  Throwable thrown() {
    return reply.content() instanceof Thrown failure ? failure.thrown() : null;
  }

  /** What the server replied. */
  @SuppressWarnings("unchecked") // Only reply(R) gives anything but Thrown.
  R value() {
    return (R) Objects.requireNonNull(reply.content());
  }
}
