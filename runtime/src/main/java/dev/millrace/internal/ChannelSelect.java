package dev.millrace.internal;

import dev.millrace.ChannelClosedException;
import dev.millrace.ChannelEnd;
import dev.millrace.Receiver;
import dev.millrace.Sender;
import dev.millrace.annotation.Nullable;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The select algorithm over a fixed set of arms, for one thread at a time.
 *
 * <p>What is there already it takes with one lock, if it can: see {@link FirstLook}. If not, with
 * the locks of all channels held it looks whether an arm is ready and makes one happen. If none is,
 * it takes a place in every queue before it lets go, so nothing can become ready unseen, and parks.
 * Whoever then serves one of the places claims the one waiter, and so takes all other places out of
 * the game at the same instant. Because all locks are held at once, {@link #poll} finds nothing
 * only if nothing was ready at one instant, and a select waits in its queues from one instant on.
 * It looks before it takes its places, so it never meets itself.
 *
 * <p>A select that stays registered on its channels finds what is ready by {@linkplain MarkedArms
 * marks}, and begins most of its waits without any lock: see {@link Standing}.
 *
 * <p>The algorithm is Go's ({@code runtime/select.go}). Nothing is allocated once the object
 * exists: when a select is over, no other thread holds on to its places.
 */
public final class ChannelSelect implements Select {

  /** No arm is ready, or none became so in time. */
  public static final int NOTHING = -1;

  /** No arm can ever happen again. */
  public static final int ALL_OVER = -2;

  /** As {@link #ALL_OVER}, but only because of arms that were disabled. */
  static final int ALL_DISABLED = -3;

  private final SelectWaiter waiter;
  private final Arm[] arms;

  /** The same arms, looked at together. */
  private final AllArms all;

  private final WholeLook look;

  /** What it does before it waits. */
  private final SpinningLook spinning;

  /** The arms that time alone can make ready. */
  private final Arm[] timed;

  /** The arms that may hold what was offered. */
  private final Arm[] sending;

  /** The only arm that may hold what it received, or {@link #NOTHING}. */
  private int receiver = NOTHING;

  /** If the select stays registered on its channels. */
  private final @Nullable MarkedArms marked;

  /** If it does not. */
  private final @Nullable FirstLook firstLook;

  /** If it stays registered, and can wait without a place in any queue. */
  private final @Nullable Standing standing;

  ChannelSelect(SelectBuilder builder) {
    waiter = builder.waiter;
    arms = builder.arms.toArray(Arm[]::new);
    timed = builder.arms.stream().filter(Arm::isTimed).toArray(Arm[]::new);
    sending = builder.arms.stream().filter(SendArm.class::isInstance).toArray(Arm[]::new);
    EvenChoice evenly = new EvenChoice();
    all = new AllArms(arms, builder.fair, evenly);
    look = new WholeLook(arms);
    int sources = (int) sources().distinct().count();
    for (Arm arm : arms) {
      arm.sources = sources;
    }
    marked = builder.persistent ? new MarkedArms(arms, builder.fair, evenly) : null;
    firstLook = marked == null ? new FirstLook(arms, builder.fair, evenly) : null;
    spinning = new SpinningLook(arms, marked);
    standing = marked == null ? null : Standing.of(arms, waiter, marked);
  }

  private Stream<Flavour<?>> sources() {
    return Arrays.stream(arms)
        .filter(arm -> arm.receives() && !arm.isTimed())
        .map(arm -> arm.channel);
  }

  /** Lets an arm take part in the next selects or not; to be called between selects. */
  @Override
  public void enable(int arm, boolean enabled) {
    if (arms[arm].enabled != enabled) {
      arms[arm].enabled = enabled;
      if (marked != null) {
        marked.enable(arm, enabled);
      }
      if (standing != null) {
        standing.lapse();
      }
    }
  }

  /** Whether an arm takes part. */
  public boolean isEnabled(int arm) {
    return arms[arm].enabled;
  }

  /** Sets the value that a sending arm offers in the next select; null to forget it. */
  public void offer(int arm, @Nullable Object value) {
    arms[arm].place.item = value;
  }

  /** As {@link #offer(int, Object)}, for an arm that must be one that sends to this end. */
  @Override
  public <T> void offer(int arm, Sender<T> end, T value) {
    if (value == null) {
      throw new NullPointerException(
          "null cannot be sent to \""
              + end.name()
              + "\". Wrap a value that may be missing in a record.");
    }
    if (!(arms[arm] instanceof SendArm sending && sending.sendsTo(end))) {
      throw new IllegalArgumentException("Arm " + arm + " does not send to " + end + ".");
    }
    offer(arm, value);
  }

  /** Takes the value that an arm has received: the one that happened last. */
  @Override
  public Object takeValue(int arm) {
    receiver = NOTHING;
    return Objects.requireNonNull(arms[arm].takeReceived());
  }

  /** Lets go of what was offered and of what was received and not taken. */
  @Override
  public void forgetValues() {
    forgetReceived();
    for (Arm arm : sending) {
      arm.forget();
    }
  }

  private void forgetReceived() {
    if (receiver != NOTHING) {
      arms[receiver].forget();
      receiver = NOTHING;
    }
  }

  /** Whether no arm can ever happen again, whatever the guards say. */
  @Override
  public boolean isOver() {
    all.lock();
    try {
      return all.isOver();
    } finally {
      all.unlockAndWake();
    }
  }

  /** The channel of an arm. */
  @Override
  public ChannelEnd channel(int arm) {
    return arms[arm].channel;
  }

  /** Whether an arm is one of this channel, perhaps as one of its subscribers sees it. */
  @Override
  public boolean isOf(int arm, Receiver<?> channel) {
    Flavour<?> own = arms[arm].channel;
    return own == channel || own.lockOwner() == channel;
  }

  /** Leaves the channels of a persistent select, between selects and for good. */
  public void deregister() {
    if (marked != null) {
      marked.deregister();
    }
  }

  /** The exception for {@link #ALL_OVER}; it names the channel that was added last. */
  public ChannelClosedException allOver() {
    // Not the arm's refusal: a guard may have taken it out, and then nothing was refused.
    Flavour<?> last = arms[arms.length - 1].channel;
    return new ChannelClosedException(last, last.cause());
  }

  /**
   * Makes one arm happen if one is ready.
   *
   * @return its number, or {@link #NOTHING}
   */
  @Override
  public int poll() {
    return findsNothing() ? NOTHING : pollThoroughly();
  }

  /**
   * Whether no arm was ready at one instant; false if that cannot be told by a look without locks.
   *
   * <p>It changes nothing, and so does not need the select for itself, unless arms are {@linkplain
   * #enable disabled and enabled}: two looks at once are as good as one after the other.
   */
  public boolean findsNothing() {
    return marked == null ? look.findsNothing() : marked.findsNothing();
  }

  /** As {@link #poll}, for a caller who has just looked whether there is {@link #findsNothing}. */
  public int pollThoroughly() {
    int happened = takeWithoutAllLocks();
    if (happened != NOTHING) {
      return accepted(happened);
    }
    if ((marked != null && marked.isExact()) || look.findsNothing()) {
      return NOTHING;
    }
    all.lock();
    try {
      happened = all.takeReady();
    } finally {
      all.unlockAndWake();
    }
    return happened < 0 ? NOTHING : accepted(happened);
  }

  /**
   * Waits until one arm has happened.
   *
   * @return its number; {@link #ALL_OVER} if there is no deadline and no arm can happen any more
   * @throws InterruptedException if interrupted while waiting; then no arm has happened
   * @throws IllegalStateException if guards alone keep every arm from happening for ever
   */
  @Override
  public int await() throws InterruptedException {
    return await(Waiter.FOREVER, false);
  }

  /**
   * Waits as {@link #await()} does, for a caller that takes values until there are none. While
   * guards keep out every arm that is still open, it waits for the end of their channels: several
   * channels end one after the other, and in between a guard may be right to refuse the rest. There
   * must be no arms that send.
   *
   * @throws IllegalStateException if such a channel holds values, since it cannot end before
   *     somebody has taken them
   */
  @Override
  public int awaitOrEnd() throws InterruptedException {
    return await(Waiter.FOREVER, true);
  }

  /**
   * Waits as {@link #awaitOrEnd()} does, at most so long. A time of zero or less does not wait.
   * What guards keep out may be let in next time: so values in its buffer are no reason to throw,
   * and it is not over while an end or a failure is untold.
   *
   * @return the arm's number, {@link #NOTHING}, or {@link #ALL_OVER} as soon as that is so
   * @throws InterruptedException as {@link #await()}
   */
  @Override
  public int awaitOrEnd(Duration atMost) throws InterruptedException {
    long nanos = Deadline.nanos(atMost);
    if (nanos > 0) {
      return await(Deadline.in(nanos), true);
    }
    int happened = poll();
    return happened == NOTHING && isOver() ? ALL_OVER : happened;
  }

  /**
   * Waits until one arm has happened, at most so long. A time of zero or less does not wait.
   *
   * @return its number, or {@link #NOTHING}
   * @throws InterruptedException as {@link #await()}
   */
  @Override
  public int await(Duration atMost) throws InterruptedException {
    long nanos = Deadline.nanos(atMost);
    return nanos <= 0 ? poll() : await(Deadline.in(nanos), false);
  }

  private int await(long deadline, boolean orEnd) throws InterruptedException {
    spinning.begin();
    while (true) {
      int happened = takeWithoutAllLocks();
      if (happened != NOTHING) {
        return found(happened);
      }
      if (spinning.seesSomethingSoon(waiter, deadline)) {
        continue;
      }
      if (standing != null && standing.lasts()) {
        if (!standing.await()) {
          continue;
        }
      } else {
        happened = takeOrBeginToWait(deadline, orEnd);
      }
      if (happened == ALL_DISABLED) {
        throw new EndlessSelectException();
      }
      if (happened != NOTHING) {
        return happened < 0 ? happened : found(happened);
      }
      int outcome;
      try {
        spinning.waits();
        outcome = awaitServed(deadline);
      } catch (Throwable failed) {
        // Before it leaves a place: who comes to another one meanwhile must not serve it.
        if (waiter.giveUp()) {
          throw failed;
        }
        // It was served before. That stands, since otherwise the value would be lost.
        outcome = waiter.outcome();
      } finally {
        leavePlaces();
      }
      if (outcome == Waiter.GAVE_UP) {
        return NOTHING;
      }
      // A place that was served by close says only that something ended: look again.
      if (outcome != Waiter.LOOK_AGAIN && !arms[outcome].place.closed) {
        arms[outcome].keepReceived();
        return noted(outcome);
      }
    }
  }

  /** What it does not find may yet be ready, unless there are marks and they are exact. */
  private int takeWithoutAllLocks() {
    return marked != null ? marked.take() : Objects.requireNonNull(firstLook).take();
  }

  private int takeOrBeginToWait(long deadline, boolean orEnd) {
    all.lock();
    try {
      if (standing != null) {
        standing.end();
      }
      int happened = all.takeReady();
      if (happened == NOTHING && standing != null && standing.begin()) {
        return NOTHING;
      }
      if (happened == NOTHING || (happened < 0 && deadline != Waiter.FOREVER && !orEnd)) {
        all.takePlaces(waiter);
        return NOTHING;
      }
      return happened < NOTHING && orEnd
          ? all.watchEnds(waiter, deadline != Waiter.FOREVER)
          : happened;
    } finally {
      all.unlockAndWake();
    }
  }

  private int found(int happened) {
    spinning.found(arms[happened]);
    return accepted(happened);
  }

  private int accepted(int happened) {
    Arm arm = arms[happened];
    if (arm.refused) {
      throw arm.refusal();
    }
    arm.afterwards();
    return noted(happened);
  }

  /** Sees to it that no other arm holds a value that nobody took. */
  private int noted(int happened) {
    if (receiver != happened) {
      spinning.happened(arms[happened]);
      forgetReceived();
      if (arms[happened].receives()) {
        receiver = happened;
      }
    }
    return happened;
  }

  private int awaitServed(long deadline) throws InterruptedException {
    int outcome = Waiter.WAITING;
    while (outcome == Waiter.WAITING) {
      outcome = waiter.park(deadline, nextAlarm());
    }
    return outcome;
  }

  /** The earliest among the timers; a timer that nobody waits for must not wake anybody. */
  private long nextAlarm() {
    long alarm = Waiter.FOREVER;
    for (Arm arm : timed) {
      if (arm.enabled) {
        alarm = Deadline.earlier(alarm, arm.channel.nextAlarm());
      }
    }
    return alarm;
  }

  private void leavePlaces() {
    if (standing != null && standing.leave()) {
      return;
    }
    for (Arm arm : arms) {
      arm.leaveQueue();
    }
  }
}
