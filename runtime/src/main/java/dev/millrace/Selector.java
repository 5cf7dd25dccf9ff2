package dev.millrace;

import dev.millrace.annotation.Nullable;
import dev.millrace.internal.ChannelSelect;
import dev.millrace.internal.EndNotice;
import dev.millrace.internal.SelectBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Waits for several channels at once: Go's {@code select} as an object that is built once and asked
 * many times.
 *
 * <pre>{@code
 * Selector<String> news =
 *     Selector.<String>fair()
 *         .receive(words, word -> "a word: " + word)
 *         .receive(numbers, number -> "a number: " + number)
 *         .timeout(Duration.ofSeconds(1), () -> "nothing for a second")
 *         .build();
 * while (true) System.out.println(news.select());
 * }</pre>
 *
 * <p>Exactly one arm happens; the others leave no trace. Its function then makes the result, after
 * the transfer and outside every lock. The same channel may stand in several arms, also on both
 * sides; a select never takes what it offers itself.
 *
 * <p><b>Ends.</b> An arm whose channel is closed and drained drops out in silence, unless it was
 * closed by a failure: then {@code select} throws {@link ChannelClosedException} with that cause,
 * if the arm is chosen. {@link Builder#closed} adds an arm for the end, told once per selector.
 * When no arm can happen any more, {@code select} throws {@link ChannelClosedException}, unless
 * there is a default or a time-out. Sending to a closed channel throws, if the arm is chosen.
 *
 * <p><b>Interruption.</b> If an arm is ready it happens, even on an interrupted thread. Otherwise
 * an interrupted select throws {@link InterruptedException}, and no arm has happened.
 *
 * <p><b>Threads.</b> A selector is for one thread at a time; build one for each. It leaves nothing
 * behind on its channels when a call returns, so it needs no closing, and it allocates nothing per
 * call. One that is asked again and again is faster if it stays registered: see {@link
 * PersistentSelector}.
 *
 * @param <R> the type of the results
 */
public sealed class Selector<R> permits PersistentSelector {

  // Its states. Numbers, and not an enum: storing a reference is dearer.
  private static final int IDLE = 0;
  private static final int SELECTING = 1;
  private static final int CLOSED = 2;

  private final ChannelSelect select;

  /** An array: a list of two chooses between its elements by a jump, hard to foretell here. */
  private final SelectorArm<R>[] arms;

  private final @Nullable Supplier<? extends R> otherwise;
  private final @Nullable Duration atMost;
  private final AtomicInteger state = new AtomicInteger(IDLE);

  // Most arms have neither a guard nor a value to offer; a select need not look at all to find out.
  private final int[] guarded;
  private final int[] sending;

  /**
   * Whether a select is a mere look if it finds nothing. Then it changes nothing in this selector,
   * and so does not have to make it its own, which would be the dearest part of it.
   */
  private final boolean looksFirst;

  Selector(Builder<R> builder, boolean persistent) {
    select = persistent ? builder.select.persistent().build() : builder.select.build();
    arms = inArray(builder.arms);
    otherwise = builder.otherwise;
    atMost = builder.atMost;
    guarded = numbers(SelectorArm::hasGuard);
    sending = numbers(SelectorArm::sends);
    looksFirst = otherwise != null && atMost == null && guarded.length + sending.length == 0;
  }

  @SuppressWarnings("unchecked") // All of them are from the list.
  private static <R> SelectorArm<R>[] inArray(List<SelectorArm<R>> arms) {
    return arms.toArray(SelectorArm[]::new);
  }

  private int[] numbers(Predicate<SelectorArm<R>> wanted) {
    return IntStream.range(0, arms.length).filter(arm -> wanted.test(arms[arm])).toArray();
  }

  /**
   * Begins a selector that chooses evenly among the arms that are ready.
   *
   * @param <R> the type of the results
   * @return a builder without arms
   */
  public static <R> Builder<R> fair() {
    return new Builder<>(true);
  }

  /**
   * Begins a selector that chooses the first arm that is ready, in the order they are added.
   *
   * @param <R> the type of the results
   * @return a builder without arms
   */
  public static <R> Builder<R> prioritised() {
    return new Builder<>(false);
  }

  /**
   * Waits until one arm has happened and returns what its function makes of it.
   *
   * @return the result of that arm, or of the default or time-out if no arm was ready
   * @throws ChannelClosedException if no arm can happen any more; or if the arm that happened sends
   *     to a closed channel, or receives from one that was closed by a failure
   * @throws InterruptedException if interrupted while no arm was ready; none has happened then
   * @throws IllegalStateException if guards take out every arm that is still open, or all channels
   *     are absent, and there is neither a default nor a time-out; or if this selector is in use by
   *     another thread, or is closed
   */
  public final R select() throws InterruptedException {
    if (looksFirst && state.getAcquire() == IDLE && select.findsNothing()) {
      return Objects.requireNonNull(otherwise).get();
    }
    beginSelect();
    int happened;
    Object received = null;
    try {
      prepare();
      happened = await();
      if (happened >= 0 && arms[happened].receives()) {
        received = select.takeValue(happened);
      }
    } finally {
      forgetOffers();
      // The next user takes it by compare-and-set, so a full fence would buy nothing.
      state.setRelease(IDLE);
    }
    return result(happened, received);
  }

  private void beginSelect() {
    int before = state.compareAndExchange(IDLE, SELECTING);
    if (before == CLOSED) {
      throw new IllegalStateException(
          "This selector is closed. Build another one, or close it later.");
    }
    if (before == SELECTING) {
      throw inUse("Build one for each thread.");
    }
  }

  /** Leaves the channels for good; for a persistent selector. */
  final void leave() {
    int before = state.compareAndExchange(IDLE, CLOSED);
    if (before == SELECTING) {
      throw inUse("Close it when that select is over.");
    }
    if (before == IDLE) {
      select.deregister();
    }
  }

  private static IllegalStateException inUse(String advice) {
    return new IllegalStateException(
        "This selector is in use by another thread, or by one of its own guards. " + advice);
  }

  private void prepare() {
    for (int arm : guarded) {
      select.enable(arm, arms[arm].allowed());
    }
    for (int arm : sending) {
      if (select.isEnabled(arm)) {
        select.offer(arm, arms[arm].nextOffer());
      }
    }
  }

  private int await() throws InterruptedException {
    if (otherwise == null) {
      return select.await();
    }
    if (atMost != null) {
      return select.await(atMost);
    }
    return looksFirst ? select.pollThoroughly() : select.poll();
  }

  /** A value that was not sent is the caller's alone again. */
  private void forgetOffers() {
    for (int arm : sending) {
      select.offer(arm, null);
    }
  }

  private R result(int happened, @Nullable Object received) {
    if (happened >= 0) {
      return arms[happened].result(received);
    }
    if (otherwise != null) {
      return otherwise.get();
    }
    if (arms.length == 0) {
      throw new IllegalStateException(
          "This select could never end: all its channels are absent (null), and it has neither a"
              + " time-out nor a default. Add one, or give it a channel.");
    }
    throw select.allOver();
  }

  /**
   * Collects the arms of a selector. A {@code null} channel is allowed and makes an arm that never
   * happens, like a nil channel in Go: when all others are closed, that is the end. Nothing else
   * may be {@code null}.
   *
   * @param <R> the type of the results
   */
  public static final class Builder<R> {

    private final SelectBuilder select;
    private final List<SelectorArm<R>> arms = new ArrayList<>();
    private @Nullable Supplier<? extends R> otherwise;
    private @Nullable Duration atMost;
    private boolean hasAbsentChannel;
    private @Nullable SelectorArm<R> last;

    private Builder(boolean fair) {
      select = new SelectBuilder(fair);
    }

    /**
     * Adds an arm that receives a value and makes the result of it.
     *
     * @param <T> the type of the values
     * @param channel where to receive, or {@code null} for an arm that never happens
     * @param result makes the result of the value received
     * @return this builder
     */
    public <T> Builder<R> receive(
        @Nullable Receiver<T> channel, Function<? super T, ? extends R> result) {
      Objects.requireNonNull(result, "A receive arm needs a function for its value.");
      if (channel != null) {
        select.addReceive(channel);
      }
      return add(channel, SelectorArm.receive(result));
    }

    /**
     * Adds an arm that sends a value. The value is asked for once per select, before waiting,
     * whether or not this arm then happens.
     *
     * @param <T> the type of the values
     * @param channel where to send, or {@code null} for an arm that never happens
     * @param value supplies the value to send, which must not be {@code null}
     * @param result makes the result once the value was sent
     * @return this builder
     */
    public <T> Builder<R> send(
        @Nullable Sender<T> channel, Supplier<? extends T> value, Supplier<? extends R> result) {
      Objects.requireNonNull(value, "A send arm needs a supplier of the value to send.");
      Objects.requireNonNull(result, "A send arm needs a supplier of its result.");
      if (channel != null) {
        select.addSend(channel);
      }
      return add(channel, SelectorArm.send(value, result));
    }

    /**
     * Adds an arm for the end of a channel: it happens once, when the channel is closed and
     * drained, in order or by a failure. Without it a channel that ends drops out in silence.
     *
     * @param channel whose end to tell, or {@code null} for an arm that never happens
     * @param result makes the result; it is not told how the channel was closed
     * @return this builder
     */
    public Builder<R> closed(@Nullable Receiver<?> channel, Supplier<? extends R> result) {
      Objects.requireNonNull(result, "A closed arm needs a supplier of its result.");
      if (channel != null) {
        select.addEnd(channel, new EndNotice());
      }
      return add(channel, SelectorArm.end(result));
    }

    private Builder<R> add(@Nullable ChannelEnd channel, SelectorArm<R> arm) {
      if (channel == null) {
        hasAbsentChannel = true;
      } else {
        arms.add(arm);
      }
      last = arm;
      return this;
    }

    /**
     * Guards the arm added last: if the guard is false, the arm takes no part in that select. It is
     * asked once per select, before waiting, in the thread that selects.
     *
     * @param guard whether the arm takes part
     * @return this builder
     * @throws IllegalStateException if no arm was added, or it has a guard
     */
    public Builder<R> when(BooleanSupplier guard) {
      Objects.requireNonNull(guard, "A guard must not be null. Leave it out for an arm without.");
      if (last == null) {
        throw new IllegalStateException("There is no arm to guard. Call when(...) after its arm.");
      }
      last.guardBy(guard);
      return this;
    }

    /**
     * Says what to return if no arm is ready at once: the select does not wait then.
     *
     * @param result makes the result
     * @return this builder
     * @throws IllegalStateException if there is a default or a time-out already
     */
    public Builder<R> otherwise(Supplier<? extends R> result) {
      requireNoOtherwise();
      otherwise = Objects.requireNonNull(result, "A default needs a supplier of its result.");
      return this;
    }

    /**
     * Says what to return if no arm was ready in time.
     *
     * @param atMost how long each select waits at most; zero or less for not at all
     * @param result makes the result
     * @return this builder
     * @throws IllegalStateException if there is a default or a time-out already
     */
    public Builder<R> timeout(Duration atMost, Supplier<? extends R> result) {
      requireNoOtherwise();
      this.atMost = Objects.requireNonNull(atMost, "A time-out needs a duration.");
      otherwise = Objects.requireNonNull(result, "A time-out needs a supplier of its result.");
      return this;
    }

    private void requireNoOtherwise() {
      if (otherwise != null) {
        throw new IllegalStateException(
            "A selector has one default or one time-out. Keep one of them.");
      }
    }

    /**
     * Makes a selector with the arms added so far.
     *
     * @return the selector; it takes over the arms, so do not use this builder any more
     * @throws IllegalStateException if nothing was added: such a select could never end
     */
    public Selector<R> build() {
      requireArms();
      return new Selector<>(this, false);
    }

    /**
     * Makes a selector as {@link #build} does, but one that stays registered on its channels until
     * it is closed, and is faster for it.
     *
     * @return the selector, to be closed; it takes over the arms, so do not use this builder any
     *     more
     * @throws IllegalStateException if nothing was added: such a select could never end
     */
    public PersistentSelector<R> persistent() {
      requireArms();
      return new PersistentSelector<>(this);
    }

    private void requireArms() {
      if (arms.isEmpty() && !hasAbsentChannel && otherwise == null) {
        throw new IllegalStateException(
            "A selector without arms could never end. Add an arm, a default or a time-out.");
      }
    }
  }
}
