package dev.millrace.generated;

import dev.millrace.Receiver;
import dev.millrace.internal.ChannelSelect;

/**
 * One select of a {@link SelectPort} that has happened. It must be closed in the thread that got
 * it; generated code does so by {@code try}-with-resources.
 */
public final class Selection implements AutoCloseable {

  private final SelectPort port;
  private final ChannelSelect select;
  private int arm;

  Selection(SelectPort port, ChannelSelect select) {
    this.port = port;
    this.select = select;
  }

  /** Whether an arm has happened; if not, none can any more. */
  boolean await() throws InterruptedException {
    arm = select.await();
    return arm != ChannelSelect.ALL_OVER;
  }

  /** {@return the number of the arm that happened, from 0, in the order the port was given them} */
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
    if (select.channel(arm) != channel) {
      throw new IllegalArgumentException(
          "Arm " + arm + " is " + select.channel(arm) + " and not " + channel + ".");
    }
    return (T) select.takeValue(arm);
  }

  /** Gives the arms back to the port for the next select. */
  @Override
  public void close() {
    select.forgetValue(arm);
    port.giveBack(this);
  }
}
