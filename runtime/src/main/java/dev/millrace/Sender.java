package dev.millrace;

import dev.millrace.internal.SendEnd;
import java.time.Duration;
import java.util.concurrent.Flow;

/**
 * The end of a channel that values go into.
 *
 * <pre>{@code
 * void countTo(long n, Sender<Long> numbers) throws InterruptedException {
 *   try (numbers) {
 *     for (long i = 1; i <= n; i++) numbers.send(i);
 *   }
 * }
 * }</pre>
 *
 * <p>Sending through a closed end throws {@link ChannelClosedException}, also if it is closed while
 * the send waits; the value was not delivered then. {@code null} is never a value: every method
 * that takes one throws {@link NullPointerException} for it.
 *
 * @param <T> the type of the values
 */
public sealed interface Sender<T> extends ChannelEnd, AutoCloseable permits Channel, SendEnd {

  /**
   * Sends a value, waiting until it was handed to a receiver or found room in the buffer. Waiting
   * senders are served in the order in which they came.
   *
   * <p>If the value can go at once, it goes, even when the calling thread is interrupted; its
   * interrupt flag stays set then.
   *
   * @param value what to send
   * @throws ChannelClosedException if the channel is closed, or becomes so while this call waits;
   *     the value was not delivered
   * @throws InterruptedException if the thread is interrupted and would have to wait, or is
   *     interrupted while it waits; the value was not delivered
   */
  void send(T value) throws InterruptedException;

  /**
   * Sends a value if that is possible without waiting. Through an end of a {@linkplain
   * dev.millrace.annotation.Broadcast broadcast} it goes to every subscriber or to none, and {@code
   * false} says that one of them at least had no receiver waiting and the buffer no room.
   *
   * @param value what to send
   * @return {@code false} only if, at one instant during the call, no receiver was waiting and the
   *     buffer had no room
   * @throws ChannelClosedException if the channel is closed
   */
  boolean trySend(T value);

  /**
   * Sends a value, waiting at most as long as given.
   *
   * @param value what to send
   * @param atMost how long to wait at most; zero or less for not at all
   * @return whether the value was sent in time
   * @throws ChannelClosedException if the channel is closed, or becomes so while this call waits
   * @throws InterruptedException if the thread is interrupted while it has to wait; the value was
   *     not delivered
   */
  boolean trySend(T value, Duration atMost) throws InterruptedException;

  /**
   * Sends a value without waiting, or says why not by an exception.
   *
   * @param value what to send
   * @throws ChannelFullException if {@link #trySend(Object)} would return {@code false}
   * @throws ChannelClosedException if the channel is closed
   */
  void sendNow(T value);

  /**
   * Says that nothing more comes through this end. In a topology each stage, and all ports
   * together, have an end of their own, and the channel is closed with the last of them; what a
   * thread already waits to send through an end may still be taken until then. A channel of its own
   * is closed at once: values already buffered are still delivered; senders that wait fail with
   * {@link ChannelClosedException}; receivers that wait see the end. Closing again does nothing.
   */
  @Override
  void close();

  /**
   * Closes as {@link #close()} does, but says that it was a failure. Once the buffer is drained,
   * receivers do not see an end but get a {@link ChannelClosedException} with this cause.
   *
   * @param cause the failure
   */
  void close(Throwable cause);

  /**
   * Closes as {@link #close()} does, and tells whether it was this call that did it.
   *
   * @return {@code false} if an earlier call had closed this end
   */
  boolean tryClose();

  /**
   * Closes as {@link #close(Throwable)} does, and tells whether it was this call that did it.
   *
   * @param cause the failure; nobody learns of it if an earlier call had closed this end
   * @return {@code false} if an earlier call had closed this end
   */
  boolean tryClose(Throwable cause);

  /**
   * {@return a subscriber that sends what it gets, for libraries that speak Reactive Streams} It
   * takes one subscription and asks for one value at a time, when the one before has been sent, so
   * backpressure reaches the publisher. It {@linkplain #close() closes} this end when the publisher
   * completes, {@linkplain #close(Throwable) with the failure} when it fails, and cancels its
   * subscription when sending is refused because the channel is closed.
   */
  Flow.Subscriber<T> subscriber();
}
