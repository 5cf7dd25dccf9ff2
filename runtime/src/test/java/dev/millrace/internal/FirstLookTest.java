package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.Receiver;
import dev.millrace.annotation.Nullable;
import dev.millrace.harness.ConcurrencyTest;
import dev.millrace.harness.Polling;
import dev.millrace.harness.ThreadKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A select that is not registered takes what is there by one lock, and no less exactly. */
class FirstLookTest extends ConcurrencyTest {

  private static final int ROUNDS = 100_000;

  private final GeneralChannel<Integer> one = GeneralChannel.create("one", 1);
  private final GeneralChannel<Integer> other = GeneralChannel.create("other", 1);

  /** Set while somebody holds the lock of a channel all the time. */
  private @Nullable GeneralChannel<Integer> held;

  @AfterEach
  void letGo() {
    if (held != null) {
      held.unlock();
    }
  }

  private static ChannelSelect select(boolean fair, Receiver<?>... channels) {
    var arms = new SelectBuilder(fair);
    for (Receiver<?> channel : channels) {
      arms.addReceive(channel);
    }
    return arms.build();
  }

  private void hold(GeneralChannel<Integer> channel) {
    channel.lock();
    held = channel;
  }

  @Test
  void aFairOneIsNotHeldUpByAnotherChannel() throws Exception {
    ChannelSelect select = select(true, one, other);
    one.sendNow(7);
    hold(other);
    assertEquals(0, this.<Integer>call(ThreadKind.PLATFORM, select::await).join());
    assertEquals(7, select.takeValue(0));
  }

  @Test
  void aPrioritisedOneIsNotHeldUpByAChannelBehind() throws Exception {
    ChannelSelect select = select(false, one, other);
    one.sendNow(7);
    hold(other);
    assertEquals(0, this.<Integer>call(ThreadKind.PLATFORM, select::await).join());
    assertEquals(7, select.takeValue(0));
  }

  @Test
  void aPrioritisedOneTakesTheLocksOfThoseBeforeNeither() {
    ChannelSelect select = select(false, one, other);
    other.sendNow(7);
    long stamp = one.lookStamp();
    assertEquals(1, select.poll());
    assertTrue(one.unchanged(stamp), "nobody held the lock of the first");
  }

  @Test
  void aPrioritisedOneIsNotHeldUpByAnArmThatIsGuarded() throws Exception {
    ChannelSelect select = select(false, one, other);
    other.sendNow(7);
    select.enable(0, false);
    hold(one);
    assertEquals(1, this.<Integer>call(ThreadKind.PLATFORM, select::await).join());
    assertEquals(7, select.takeValue(1));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anArmThatIsGuardedIsPassedOver(boolean fair) {
    ChannelSelect select = select(fair, one, other);
    one.sendNow(1);
    select.enable(0, false);
    for (int i = 0; i < 100; i++) {
      other.sendNow(2);
      assertEquals(1, select.poll());
    }
  }

  /** Both subscribers get a value at the same instant. */
  @Test
  void theFirstOfTwoSubscribersGetsItFirst() throws Exception {
    Broadcast<Integer> prices = Broadcast.create("prices", 1);
    Subscription<Integer> fast = prices.subscribe();
    Subscription<Integer> slow = prices.subscribe();
    ChannelSelect select = select(false, fast, slow);
    run(
        ThreadKind.PLATFORM,
        () -> {
          for (int i = 0; i < ROUNDS; i++) {
            prices.send(i);
          }
        });
    for (int i = 0; i < ROUNDS; i++) {
      assertEquals(0, pollOn(select));
      assertEquals(i, select.takeValue(0));
      assertEquals(1, pollOn(select));
      assertEquals(i, select.takeValue(1));
    }
  }

  private static int pollOn(ChannelSelect select) throws InterruptedException {
    var polling = new Polling();
    int arm = select.poll();
    while (arm == ChannelSelect.NOTHING) {
      polling.pause();
      arm = select.poll();
    }
    return arm;
  }
}
