package dev.millrace.generated;

import dev.millrace.ChannelClosedException;
import dev.millrace.Receiver;
import dev.millrace.Sender;
import dev.millrace.internal.ChannelSelect;
import dev.millrace.internal.Select;
import java.time.Duration;

/**
 * One select of a {@link SelectPort}. It must be closed in the thread that got it; generated code
 * does so by {@code try}-with-resources.
 */
public final class Selection implements AutoCloseable {

  /** Of one that the port does not keep. */
  static final int NO_PLACE = -1;

  private final SelectPort port;
  private final Select select;
  private final int place;
  private int arm = ChannelSelect.NOTHING;

  Selection(SelectPort port, Select select, int place) {
    this.port = port;
    this.select = select;
    this.place = place;
  }

  /** Whether the port keeps it for later selects. */
  boolean isKept() {
    return place != NO_PLACE;
  }

  /** Where the port keeps it. */
  int place() {
    return place;
  }

  /**
   * Lets an arm take part or not, from the next select on until this is called for it again.
   *
   * @param arm the number of an arm that has a guard
   * @param guard what the guard says now
   */
  public void enable(int arm, boolean guard) {
    select.enable(arm, guard);
  }

  /**
   * Says what an arm that sends is to send in the next selects.
   *
   * @param <T> the type of the values
   * @param arm its number
   * @param end where it sends, which says what type the value has
   * @param value the value
   * @throws NullPointerException if the value is {@code null}
   * @throws IllegalArgumentException if it is not the end of that arm
   */
  public <T> void offer(int arm, Sender<T> end, T value) {
    select.offer(arm, end, value);
  }

  /**
   * Waits until one arm has happened.
   *
   * @return whether one has; if not, every channel is closed and drained
   * @throws ChannelClosedException if the arm that was chosen is one closed by a failure
   * @throws IllegalStateException if guards took out every arm that is still open
   * @throws InterruptedException if interrupted while waiting; then no arm has happened
   */
  public boolean await() throws InterruptedException {
    arm = select.await();
    return arm != ChannelSelect.ALL_OVER;
  }

  /**
   * Waits as {@link #await()} does, for an actor: while guards keep out every arm that is still
   * open, it waits for the end of their channels.
   *
   * @return whether an arm has happened; if not, every channel is closed and drained
   * @throws ChannelClosedException as {@link #await()}
   * @throws IllegalStateException if guards took out every arm that is still open, and one of their
   *     channels has values in its buffer, so that it cannot end
   * @throws InterruptedException as {@link #await()}
   */
  public boolean awaitOrEnd() throws InterruptedException {
    arm = select.awaitOrEnd();
    return arm != ChannelSelect.ALL_OVER;
  }

  /**
   * Waits as {@link #awaitOrEnd()} does, at most so long.
   *
   * @param atMost how long to wait at most; zero or less for not at all
   * @return whether there is something to tell: {@link #arm} is the number of the arm that has
   *     happened, or negative if none has in time; if not, every channel is closed and drained
   * @throws ChannelClosedException as {@link #await()}
   * @throws InterruptedException as {@link #await()}
   */
  public boolean awaitOrEnd(Duration atMost) throws InterruptedException {
    arm = select.awaitOrEnd(atMost);
    return arm != ChannelSelect.ALL_OVER;
  }

  /**
   * Waits until one arm has happened.
   *
   * @return its number
   * @throws ChannelClosedException if every channel is closed and drained, or the arm that was
   *     chosen is one closed by a failure
   * @throws IllegalStateException if guards took out every arm that is still open
   * @throws InterruptedException if interrupted while waiting; then no arm has happened
   */
  public int select() throws InterruptedException {
    if (!await()) {
      throw port.allOver();
    }
    return arm;
  }

  /**
   * Waits at most so long until one arm has happened.
   *
   * @param atMost how long to wait at most; zero or less for not at all
   * @return its number, or a negative number if none was ready in time
   * @throws ChannelClosedException if the arm that was chosen is one closed by a failure
   * @throws InterruptedException if interrupted while waiting; then no arm has happened
   */
  public int select(Duration atMost) throws InterruptedException {
    arm = select.await(atMost);
    return arm;
  }

  /**
   * Makes one arm happen if one is ready.
   *
   * @return its number, or a negative number if none was ready at one instant
   * @throws ChannelClosedException if the arm that was chosen is one closed by a failure
   */
  public int poll() {
    arm = select.poll();
    return arm;
  }

  /** {@return whether no arm can ever happen again} */
  public boolean isOver() {
    return select.isOver();
  }

  /**
   * {@return the number of the arm that happened, from 0, in the order the port was given them;
   * negative if none did in time}
   */
  public int arm() {
    return arm;
  }

  /**
   * Takes the value that came; once.
   *
   * @param <T> the type of the values
   * @param channel the channel of the arm that happened, which says what type the value has
   * @return the value, never {@code null}
   * @throws IllegalArgumentException if it is not the channel of that arm
   */
  @SuppressWarnings("unchecked") // What came from a Receiver<T> is a T, and this is that receiver.
  public <T> T valueOf(Receiver<T> channel) {
    if (!select.isOf(arm, channel)) {
      throw new IllegalArgumentException(
          "Arm " + arm + " is " + select.channel(arm) + " and not " + channel + ".");
    }
    return (T) select.takeValue(arm);
  }

  /** Gives the arms back to the port for the next select. */
  @Override
  public void close() {
    select.forgetValues();
    port.giveBack(this);
  }
}
