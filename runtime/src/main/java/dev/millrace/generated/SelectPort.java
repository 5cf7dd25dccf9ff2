package dev.millrace.generated;

import dev.millrace.ChannelClosedException;
import dev.millrace.ChannelEnd;
import dev.millrace.Receiver;
import dev.millrace.Sender;
import dev.millrace.annotation.Nullable;
import dev.millrace.internal.EndNotice;
import dev.millrace.internal.SelectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A select that any number of threads may call at once. A set of arms serves one thread at a time,
 * so the port keeps a few, registered on their channels, and makes another for the moment when all
 * of them are in use.
 */
public final class SelectPort {

  private static final int KEPT = 8;

  private final boolean fair;
  private final List<PortArm> arms;
  private final AtomicReferenceArray<@Nullable Selection> idle = new AtomicReferenceArray<>(KEPT);

  /** How many were made so far, of those that are kept. */
  private final AtomicInteger made = new AtomicInteger();

  /** What each set of arms has. */
  private sealed interface PortArm {
    ChannelEnd channel();

    void addTo(SelectBuilder select);
  }

  private record ValuesOf(Receiver<?> channel) implements PortArm {
    @Override
    public void addTo(SelectBuilder select) {
      select.addReceive(channel);
    }
  }

  /** The sets of arms tell an end once among them. */
  private record EndOf(Receiver<?> channel, EndNotice notice) implements PortArm {
    @Override
    public void addTo(SelectBuilder select) {
      select.addEnd(channel, notice);
    }
  }

  private record OfferTo(Sender<?> channel) implements PortArm {
    @Override
    public void addTo(SelectBuilder select) {
      select.addSend(channel);
    }
  }

  private SelectPort(boolean fair, List<PortArm> arms) {
    this.fair = fair;
    this.arms = List.copyOf(arms);
  }

  /**
   * {@return a select that chooses evenly among the channels that are ready}
   *
   * @param channels one for each arm; arms are numbered from 0 in this order
   */
  public static SelectPort fair(Receiver<?>... channels) {
    return of(new Builder(true), channels);
  }

  /**
   * {@return a select that chooses the first of the channels that are ready}
   *
   * @param channels one for each arm; arms are numbered from 0 in this order
   */
  public static SelectPort prioritised(Receiver<?>... channels) {
    return of(new Builder(false), channels);
  }

  private static SelectPort of(Builder arms, Receiver<?>... channels) {
    for (Receiver<?> channel : channels) {
      arms.values(channel);
    }
    return arms.build();
  }

  /** {@return the beginning of a select as {@link #fair} makes it, of other arms as well} */
  public static Builder fairArms() {
    return new Builder(true);
  }

  /** {@return the beginning of a select as {@link #prioritised} makes it, of other arms as well} */
  public static Builder prioritisedArms() {
    return new Builder(false);
  }

  /** Collects arms, which are numbered from 0 in the order in which they are added. */
  public static final class Builder {

    private final boolean fair;
    private final List<PortArm> arms = new ArrayList<>();

    private Builder(boolean fair) {
      this.fair = fair;
    }

    /**
     * Adds an arm for the values of a channel.
     *
     * @param channel where to receive
     * @return this builder
     */
    public Builder values(Receiver<?> channel) {
      arms.add(new ValuesOf(channel));
      return this;
    }

    /**
     * Adds an arm for the end of a channel. It happens to one of the port's callers, once.
     *
     * @param channel whose end to tell
     * @return this builder
     */
    public Builder end(Receiver<?> channel) {
      arms.add(new EndOf(channel, new EndNotice()));
      return this;
    }

    /**
     * Adds an arm that sends what each select {@linkplain Selection#offer offers}.
     *
     * @param end where to send
     * @return this builder
     * @throws IllegalArgumentException if a select cannot send there, because it is a broadcast
     *     without a buffer
     */
    public Builder offers(Sender<?> end) {
      // Now, while the topology is being started, and not when the port is first called.
      SelectBuilder.requireSelectable(end);
      arms.add(new OfferTo(end));
      return this;
    }

    /** {@return the select over the arms added} */
    public SelectPort build() {
      return new SelectPort(fair, arms);
    }
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
      throw allOver();
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

  /**
   * {@return a select that has not happened yet, to be closed by the caller in the same thread} It
   * can be asked several times in turn.
   */
  public Selection open() {
    return borrow();
  }

  ChannelClosedException allOver() {
    return new ChannelClosedException(arms.getLast().channel(), null);
  }

  private Selection borrow() {
    for (int i = 0; i < KEPT; i++) {
      if (idle.get(i) != null) {
        Selection selection = idle.getAndSet(i, null);
        if (selection != null) {
          return selection;
        }
      }
    }
    SelectBuilder select = new SelectBuilder(fair);
    for (PortArm arm : arms) {
      arm.addTo(select);
    }
    // What is to be kept stays registered on its channels. More than that must leave nothing there.
    int place = made.get() < KEPT ? made.getAndIncrement() : KEPT;
    return place < KEPT
        ? new Selection(this, select.persistent().buildAny(), place)
        : new Selection(this, select.build(), Selection.NO_PLACE);
  }

  /** Keeps the selection for the next caller, if it is one to be kept; if not, it is garbage. */
  void giveBack(Selection selection) {
    if (selection.isKept()) {
      // A place of its own, which nobody else can take: no set is ever left without one.
      idle.set(selection.place(), selection);
    }
  }
}
