package dev.millrace.generated;

import dev.millrace.ChannelClosedException;
import dev.millrace.Receiver;
import dev.millrace.annotation.Nullable;
import dev.millrace.internal.ChannelSelect;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A select that any number of threads may call at once. A set of arms serves one thread at a time,
 * so the port keeps a few that are idle and makes another when all are in use.
 */
public final class SelectPort {

  private static final int IDLE_KEPT = 8;

  private final boolean fair;
  private final List<Receiver<?>> channels;
  private final AtomicReferenceArray<@Nullable Selection> idle =
      new AtomicReferenceArray<>(IDLE_KEPT);

  private SelectPort(boolean fair, Receiver<?>... channels) {
    this.fair = fair;
    this.channels = List.of(channels);
  }

  /**
   * {@return a select that chooses evenly among the channels that are ready}
   *
   * @param channels one for each arm; arms are numbered from 0 in this order
   */
  public static SelectPort fair(Receiver<?>... channels) {
    return new SelectPort(true, channels);
  }

  /**
   * Waits until one arm has happened.
   *
   * @return that select, to be closed by the caller in the same thread
   * @throws ChannelClosedException if every channel is closed and drained, or the arm that was
   *     chosen is one closed by a failure
   * @throws InterruptedException if interrupted while waiting; then no arm has happened
   */
  public Selection select() throws InterruptedException {
    Selection selection = selectOrNull();
    if (selection == null) {
      throw new ChannelClosedException(channels.getLast(), null);
    }
    return selection;
  }

  /**
   * Waits as {@link #select()} does.
   *
   * @return that select, to be closed likewise, or {@code null} if every channel is closed and
   *     drained
   * @throws ChannelClosedException if the arm that was chosen is one closed by a failure
   * @throws InterruptedException as {@link #select()}
   */
  public @Nullable Selection selectOrNull() throws InterruptedException {
    Selection selection = borrow();
    boolean happened = false;
    try {
      happened = selection.await();
      return happened ? selection : null;
    } finally {
      if (!happened) {
        giveBack(selection);
      }
    }
  }

  private Selection borrow() {
    for (int i = 0; i < IDLE_KEPT; i++) {
      if (idle.get(i) != null) {
        Selection selection = idle.getAndSet(i, null);
        if (selection != null) {
          return selection;
        }
      }
    }
    ChannelSelect.Builder select = new ChannelSelect.Builder(fair);
    channels.forEach(select::addReceive);
    return new Selection(this, select.build());
  }

  /** Keeps the selection for the next caller; when enough are kept, it is garbage. */
  void giveBack(Selection selection) {
    for (int i = 0; i < IDLE_KEPT; i++) {
      if (idle.get(i) == null && idle.compareAndSet(i, null, selection)) {
        return;
      }
    }
  }
}
