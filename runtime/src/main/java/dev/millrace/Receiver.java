package dev.millrace;

import dev.millrace.annotation.Nullable;
import dev.millrace.internal.Flavour;
import dev.millrace.internal.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

/**
 * The end of a channel that values come out of, each of them once, in the order in which they were
 * sent.
 *
 * <pre>{@code
 * long sum(Receiver<Long> numbers) {
 *   long sum = 0;
 *   for (long number : numbers) sum += number;
 *   return sum;
 * }
 * }</pre>
 *
 * <p>A channel is at its end when it is closed <em>and</em> drained. If it was closed by a failure
 * ({@link Sender#close(Throwable)}), no method reports an ordinary end: they throw {@link
 * ChannelClosedException} with the cause, and {@link Received.Closed} carries it.
 *
 * @param <T> the type of the values
 */
public sealed interface Receiver<T> extends ChannelEnd, Iterable<T>
    permits Channel, Ticker, Flavour {

  /**
   * A receiver that gets one value, the time at which it was due, when so much time has passed; and
   * then never anything again. It never ends. In a select it is an arm for a point in time, however
   * often the select is asked before; for a time that starts anew with each select, see {@link
   * Selector.Builder#timeout}.
   *
   * <pre>{@code
   * Selector<Boolean> tasks =
   *     Selector.<Boolean>prioritised()
   *         .receive(Receiver.after(Duration.ofMinutes(1)), now -> false)
   *         .receive(jobs, job -> true)
   *         .build();
   * while (tasks.select()) handled++;
   * }</pre>
   *
   * <p>No thread waits for the time to pass: who waits for the value looks at the clock. So one
   * that is no longer used costs nothing and is garbage like any object.
   *
   * @param delay how long from now; zero or less for at once
   * @return a receiver of one value
   */
  static Receiver<Instant> after(Duration delay) {
    return Timer.after(delay);
  }

  /**
   * {@return a receiver that never gets a value and never ends: in a select, an arm that never
   * happens}
   *
   * @param <T> the type of the values that do not come
   */
  static <T> Receiver<T> never() {
    return Timer.never();
  }

  /**
   * Receives a value, waiting until there is one. Waiting receivers are served in the order in
   * which they came.
   *
   * <p>If there is a value it is taken, even when the calling thread is interrupted; its interrupt
   * flag stays set then.
   *
   * @return the value, never {@code null}
   * @throws ChannelClosedException if the channel is closed and drained
   * @throws InterruptedException if the thread is interrupted and would have to wait, or is
   *     interrupted while it waits; no value was taken
   */
  T receive() throws InterruptedException;

  /**
   * Receives a value as {@link #receive()} does, with {@code null} for the end.
   *
   * <pre>{@code
   * for (Order order; (order = orders.receiveOrNull()) != null; ) handle(order);
   * }</pre>
   *
   * @return the value, or {@code null} if the channel is closed and drained
   * @throws ChannelClosedException if it was closed by a failure and is drained
   * @throws InterruptedException as {@link #receive()}
   */
  @Nullable
  T receiveOrNull() throws InterruptedException;

  /**
   * Receives a value if there is one, without waiting.
   *
   * <p>To find nothing costs no memory. A {@link Received.Value} that is taken apart at once, as in
   * the example of {@link Received}, costs none where the compiler can follow it: where polls keep
   * coming back with one kind of outcome. Where the JVM has seen several, it is an object of 16
   * bytes.
   *
   * @return a {@link Received.Value}; {@link Received.Nothing} only if, at one instant during the
   *     call, nothing was buffered and no sender was waiting; {@link Received.Closed} if the
   *     channel is closed and drained, however it was closed
   */
  Received<T> tryReceive();

  /**
   * Receives a value, waiting at most as long as given.
   *
   * @param atMost how long to wait at most; zero or less for not at all
   * @return as {@link #tryReceive()}; {@link Received.Nothing} if the time has passed
   * @throws InterruptedException as {@link #receive()}
   */
  Received<T> tryReceive(Duration atMost) throws InterruptedException;

  /**
   * Receives a value without waiting, or says why not by an exception.
   *
   * @return the value, never {@code null}
   * @throws ChannelEmptyException if {@link #tryReceive()} would return {@link Received.Nothing}
   * @throws ChannelClosedException if the channel is closed and drained
   */
  T receiveNow();

  /**
   * Iterates over the values until the channel is closed and drained, waiting for each in {@link
   * Iterator#hasNext}. Values taken by others meanwhile are not seen. Each iterator is for one
   * thread at a time.
   *
   * <p>Its methods throw {@link ChannelInterruptedException}, with the interrupt flag set again, if
   * the thread is interrupted while waiting, and {@link ChannelClosedException} if the channel was
   * closed by a failure.
   */
  @Override
  Iterator<T> iterator();

  /**
   * {@return the values as a sequential, ordered stream that ends when the channel is closed and
   * drained} Exceptions are those of {@link #iterator()}.
   */
  Stream<T> stream();

  /**
   * The values as a publisher, for libraries that speak Reactive Streams.
   *
   * <p>Each subscription receives like one more thread would: a value goes to one subscriber, and
   * only when that one has asked for it, so backpressure reaches the senders. The end and a failure
   * are signalled without demand. Cancelling a subscription leaves the channel as it is; no value
   * is taken for it afterwards.
   *
   * <pre>{@code
   * SubmissionPublisher<String> log = new SubmissionPublisher<>();
   * log.subscribe(lines.subscriber());
   * lines.publisher().subscribe(screen);
   * }</pre>
   *
   * @return a publisher of this channel's values, for any number of subscriptions
   */
  Flow.Publisher<T> publisher();
}
