package dev.millrace.internal;

import dev.millrace.ChannelEnd;
import dev.millrace.Receiver;
import dev.millrace.Sender;
import dev.millrace.annotation.Nullable;
import dev.millrace.internal.Arm.Readiness;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * A select over rings of which it is the only receiver, each with one sender. There is no lock, no
 * compare-and-set and no fence in a select that need not wait: nobody can take a value away between
 * look and take, so the select looks at its arms and takes the value from one that is ready (see
 * {@link OpenArms}).
 *
 * <p>It waits at one {@link SelectEnd} for all of its rings.
 */
final class RingSelect implements Select {

  /** After how many values it looks at the clock, less one. */
  private static final int CLOCK_MASK = 1023;

  private final RingArm[] arms;
  private final OpenArms open;
  private final SelectEnd end;

  /** The arm that may still hold what it received. */
  private @Nullable RingArm last;

  private int happened;

  /** Whether it waits for the end of rings that guards keep out, and not for an arm. */
  private boolean watchesEnds;

  RingSelect(boolean fair, List<RingArm> arms) {
    this.arms = arms.toArray(RingArm[]::new);
    this.open = OpenArms.of(this.arms, fair);
    this.end = this.arms[0].ring.selecting;
    end.beginFor(this);
  }

  @Override
  public void enable(int arm, boolean enabled) {
    if (enabled && !arms[arm].enabled) {
      open.letIn();
    }
    arms[arm].enabled = enabled;
  }

  @Override
  public <T> void offer(int arm, Sender<T> end, T value) {
    throw new IllegalArgumentException("Arm " + arm + " does not send to " + end + ".");
  }

  @Override
  public int poll() {
    int chosen = open.choose();
    while (chosen != OpenArms.NONE && !happens(arms[chosen])) {
      chosen = open.choose();
    }
    return chosen == OpenArms.NONE ? ChannelSelect.NOTHING : chosen;
  }

  private boolean happens(RingArm arm) {
    if ((happened & CLOCK_MASK) == CLOCK_MASK) {
      // Before anything is taken: an error in it must not cost a value.
      end.breatheNowAndThen();
    }
    if (arm.happen()) {
      forgetAllBut(arm);
      last = arm;
      happened++;
      return true;
    }
    if (arm.readiness() == Readiness.REFUSED) {
      throw arm.refusal();
    }
    return false;
  }

  @Override
  public int await() throws InterruptedException {
    return await(Waiter.FOREVER, false);
  }

  @Override
  public int await(Duration atMost) throws InterruptedException {
    long nanos = Deadline.nanos(atMost);
    return nanos <= 0 ? poll() : await(Deadline.in(nanos), false);
  }

  @Override
  public int awaitOrEnd() throws InterruptedException {
    return await(Waiter.FOREVER, true);
  }

  @Override
  public int awaitOrEnd(Duration atMost) throws InterruptedException {
    long nanos = Deadline.nanos(atMost);
    if (nanos > 0) {
      return await(Deadline.in(nanos), true);
    }
    int chosen = poll();
    return chosen == ChannelSelect.NOTHING && isOver() ? ChannelSelect.ALL_OVER : chosen;
  }

  private int await(long deadline, boolean orEnd) throws InterruptedException {
    while (true) {
      int chosen = poll();
      if (chosen != ChannelSelect.NOTHING) {
        return chosen;
      }
      int what = whatToWaitFor(deadline != Waiter.FOREVER, orEnd);
      if (what == ChannelSelect.ALL_DISABLED) {
        throw new EndlessSelectException();
      }
      if (what != ChannelSelect.NOTHING) {
        return what;
      }
      if (!end.await(deadline)) {
        return ChannelSelect.NOTHING;
      }
    }
  }

  /** What a select does that has found nothing: wait, or say why that would be in vain. */
  private int whatToWaitFor(boolean atMost, boolean orEnd) {
    watchesEnds = false;
    int otherwise = ChannelSelect.ALL_OVER;
    for (RingArm arm : arms) {
      Readiness readiness = arm.readiness();
      if (readiness == Readiness.OVER) {
        continue;
      }
      if (arm.enabled) {
        return ChannelSelect.NOTHING;
      }
      if (readiness != Readiness.REFUSED) {
        otherwise = ChannelSelect.ALL_DISABLED;
      }
    }
    if (orEnd) {
      return watchEnds(atMost);
    }
    return atMost ? ChannelSelect.NOTHING : otherwise;
  }

  /**
   * With no arm to wait for: has the thread wait for the end of the rings that guards keep out, or
   * says why it need not. For a limited time it waits for what next time's guards may let in.
   */
  private int watchEnds(boolean atMost) {
    watchesEnds = true;
    int outcome = ChannelSelect.ALL_OVER;
    for (RingArm arm : arms) {
      arm.beginToWatch();
      Readiness readiness = arm.readiness();
      if (readiness == Readiness.OVER) {
        continue;
      }
      Object seen = arm.ring.lookAhead();
      if (!atMost && seen == Told.ENDED) {
        continue;
      }
      if (!atMost && seen != null) {
        return ChannelSelect.ALL_DISABLED;
      }
      outcome = ChannelSelect.NOTHING;
    }
    return outcome;
  }

  @Override
  public boolean isOver() {
    for (RingArm arm : arms) {
      if (arm.readiness() != Readiness.OVER) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Object takeValue(int arm) {
    return Objects.requireNonNull(arms[arm].takeReceived());
  }

  @Override
  public void forgetValues() {
    forgetAllBut(null);
  }

  private void forgetAllBut(@Nullable RingArm kept) {
    if (last != null && last != kept) {
      Object unused = last.takeReceived();
    }
  }

  @Override
  public ChannelEnd channel(int arm) {
    return arms[arm].ring;
  }

  @Override
  public boolean isOf(int arm, Receiver<?> channel) {
    return arms[arm].ring == channel;
  }

  /** By anybody, while the selecting thread waits: whether it need not wait any more. */
  boolean canGoOn() {
    for (RingArm arm : arms) {
      if (watchesEnds ? arm.wasClosedSince() : arm.isWorthALook()) {
        return true;
      }
    }
    return false;
  }
}
