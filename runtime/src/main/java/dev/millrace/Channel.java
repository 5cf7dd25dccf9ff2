package dev.millrace;

import dev.millrace.internal.GeneralChannel;
import dev.millrace.internal.OneToOneChannel;
import dev.millrace.internal.TwoEnded;
import java.util.List;
import java.util.function.Consumer;

/**
 * A channel: values go in at one end and come out at the other, in order, each of them once.
 *
 * <p>A <em>rendezvous</em> channel hands every value from a sender to a receiver, each waiting for
 * the other. A <em>buffered</em> channel lets senders run ahead by its capacity. A
 * <em>dropping</em> channel never lets senders wait: when its buffer is full, a value is lost. Hand
 * out only the end that is needed, as a {@link Sender} or a {@link Receiver}.
 *
 * <pre>{@code
 * Channel<String> lines = Channel.buffered(16);
 * Thread.startVirtualThread(
 *     () -> {
 *       try (lines) {
 *         for (String line : List.of("one", "two")) lines.send(line);
 *       } catch (InterruptedException e) {
 *         Thread.currentThread().interrupt();
 *       }
 *     });
 * for (String line : lines) System.out.println(line); // one, then two
 * }</pre>
 *
 * <p>Closing follows these rules, the same on all kinds:
 *
 * <table>
 *   <caption>What happens at and after {@code close()}</caption>
 *   <tr><th>who</th><th>sees</th></tr>
 *   <tr><td>values in the buffer</td><td>still delivered, in order</td></tr>
 *   <tr><td>senders waiting</td><td>{@link ChannelClosedException}, not delivered</td></tr>
 *   <tr><td>receivers waiting</td><td>the end</td></tr>
 *   <tr><td>later sends</td><td>{@link ChannelClosedException}</td></tr>
 *   <tr><td>a second {@code close()}</td><td>nothing</td></tr>
 * </table>
 *
 * <p>The interfaces of this package are sealed: select must reach into the channels it waits for,
 * so there are no channels but these.
 *
 * @param <T> the type of the values
 */
public sealed interface Channel<T> extends Sender<T>, Receiver<T>
    permits TwoEnded, OneToOneChannel {

  /**
   * {@return a new rendezvous channel: a send completes when a receiver takes its value}
   *
   * @param <T> the type of the values
   */
  static <T> Channel<T> rendezvous() {
    return rendezvous("channel");
  }

  /**
   * {@return a new rendezvous channel with a name for messages and snapshots}
   *
   * @param <T> the type of the values
   * @param name any text; need not be unique
   */
  static <T> Channel<T> rendezvous(String name) {
    return GeneralChannel.create(name, 0);
  }

  /**
   * {@return a new channel that buffers up to {@code capacity} values}
   *
   * @param <T> the type of the values
   * @param capacity how many values fit; 0 makes a rendezvous channel
   * @throws IllegalArgumentException if the capacity is negative
   */
  static <T> Channel<T> buffered(int capacity) {
    return buffered("channel", capacity);
  }

  /**
   * {@return a new channel with a buffer and a name for messages and snapshots}
   *
   * @param <T> the type of the values
   * @param name any text; need not be unique
   * @param capacity how many values fit; 0 makes a rendezvous channel
   * @throws IllegalArgumentException if the capacity is negative
   */
  static <T> Channel<T> buffered(String name, int capacity) {
    return GeneralChannel.create(name, capacity);
  }

  /**
   * {@return a new channel on which sending never waits: memory is the only bound}
   *
   * @param <T> the type of the values
   */
  static <T> Channel<T> unlimited() {
    return unlimited("channel");
  }

  /**
   * {@return a new channel without a bound, with a name for messages and snapshots}
   *
   * @param <T> the type of the values
   * @param name any text; need not be unique
   */
  static <T> Channel<T> unlimited(String name) {
    return GeneralChannel.create(name, Integer.MAX_VALUE);
  }

  /**
   * {@return a new channel that always accepts: when its buffer is full, the value that has been
   * there for longest makes room for the new one}
   *
   * @param <T> the type of the values
   * @param capacity how many values fit; 1 or more
   * @throws IllegalArgumentException if the capacity is less than 1
   */
  static <T> Channel<T> dropOldest(int capacity) {
    return dropOldest("channel", capacity);
  }

  /**
   * {@return a new channel as {@link #dropOldest(int)}, with a name for messages and snapshots}
   *
   * @param <T> the type of the values
   * @param name any text; need not be unique
   * @param capacity how many values fit; 1 or more
   * @throws IllegalArgumentException if the capacity is less than 1
   */
  static <T> Channel<T> dropOldest(String name, int capacity) {
    return dropOldest(name, capacity, dropped -> {});
  }

  /**
   * {@return a new channel as {@link #dropOldest(int)} that says what it drops}
   *
   * @param <T> the type of the values
   * @param name any text; need not be unique
   * @param capacity how many values fit; 1 or more
   * @param onDrop is given each value dropped, in the thread whose send cost it, when that send has
   *     taken effect and no lock is held; what it throws, the send throws
   * @throws IllegalArgumentException if the capacity is less than 1
   */
  static <T> Channel<T> dropOldest(String name, int capacity, Consumer<? super T> onDrop) {
    return GeneralChannel.create(name, capacity, Overflow.DROP_OLDEST, onDrop);
  }

  /**
   * {@return a new channel that always accepts: when its buffer is full, the new value is dropped}
   * Sending it counts as done all the same, so {@link #trySend(Object)} is never {@code false}; to
   * be told that there was no room, use {@code trySend} on a {@linkplain #buffered(int) buffered}
   * channel.
   *
   * @param <T> the type of the values
   * @param capacity how many values fit; 1 or more
   * @throws IllegalArgumentException if the capacity is less than 1
   */
  static <T> Channel<T> dropNewest(int capacity) {
    return dropNewest("channel", capacity);
  }

  /**
   * {@return a new channel as {@link #dropNewest(int)}, with a name for messages and snapshots}
   *
   * @param <T> the type of the values
   * @param name any text; need not be unique
   * @param capacity how many values fit; 1 or more
   * @throws IllegalArgumentException if the capacity is less than 1
   */
  static <T> Channel<T> dropNewest(String name, int capacity) {
    return dropNewest(name, capacity, dropped -> {});
  }

  /**
   * {@return a new channel as {@link #dropNewest(int)} that says what it drops}
   *
   * @param <T> the type of the values
   * @param name any text; need not be unique
   * @param capacity how many values fit; 1 or more
   * @param onDrop as for {@link #dropOldest(String, int, Consumer)}
   * @throws IllegalArgumentException if the capacity is less than 1
   */
  static <T> Channel<T> dropNewest(String name, int capacity, Consumer<? super T> onDrop) {
    return GeneralChannel.create(name, capacity, Overflow.DROP_NEWEST, onDrop);
  }

  /**
   * {@return a new channel that always accepts and holds one value, the latest that was sent and
   * not received}
   *
   * <pre>{@code
   * Channel<Integer> progress = Channel.keepLatest("progress");
   * for (int percent = 0; percent <= 100; percent++) progress.sendNow(percent);
   * System.out.println(progress.receiveNow()); // 100
   * }</pre>
   *
   * @param <T> the type of the values
   */
  static <T> Channel<T> keepLatest() {
    return keepLatest("channel");
  }

  /**
   * {@return a new channel as {@link #keepLatest()}, with a name for messages and snapshots}
   *
   * @param <T> the type of the values
   * @param name any text; need not be unique
   */
  static <T> Channel<T> keepLatest(String name) {
    return keepLatest(name, dropped -> {});
  }

  /**
   * {@return a new channel as {@link #keepLatest()} that says what it drops}
   *
   * @param <T> the type of the values
   * @param name any text; need not be unique
   * @param onDrop as for {@link #dropOldest(String, int, Consumer)}
   */
  static <T> Channel<T> keepLatest(String name, Consumer<? super T> onDrop) {
    return GeneralChannel.create(name, 1, Overflow.LATEST, onDrop);
  }

  /**
   * Closes the channel for both sides at once: senders and receivers that wait, and all later ones,
   * see it closed. If it was closed before, its buffer is still emptied.
   *
   * @return the values that were buffered and now will not be received, in order; owned by the
   *     caller
   */
  List<T> closeNow();
}
