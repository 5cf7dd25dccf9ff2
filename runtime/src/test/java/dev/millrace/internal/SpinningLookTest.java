package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.Receiver;
import dev.millrace.harness.ConcurrencyTest;
import dev.millrace.harness.Polling;
import dev.millrace.harness.ThreadKind;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a select does before it waits, and what its senders do meanwhile. */
class SpinningLookTest extends ConcurrencyTest {

  private static final int ENOUGH = 100;

  private final GeneralChannel<Integer> one = GeneralChannel.create("one", 16);
  private final GeneralChannel<Integer> other = GeneralChannel.create("other", 16);

  private static ChannelSelect select(boolean persistent, Receiver<?>... channels) {
    var arms = new SelectBuilder(true);
    for (Receiver<?> channel : channels) {
      arms.addReceive(channel);
    }
    return persistent ? arms.persistent().build() : arms.build();
  }

  /** Something that happens while a select looks on. */
  private interface Happening {
    void during(BooleanSupplier look, long deadline);
  }

  /**
   * Has every wait look on, for as long as something takes to happen. What is in vain would be told
   * by the look itself: a failure that counts here was told by who had looked.
   */
  private static final class Looks extends SpinBudget {

    private final Happening happening;
    private int looks;
    private int succeeded;
    private int failed;

    Looks(Happening happening) {
      this.happening = happening;
    }

    @Override
    boolean isToSpin(int random) {
      return true;
    }

    @Override
    <T> long look(T waiter, Predicate<? super T> isServed, int pauses, long deadline) {
      looks++;
      boolean[] served = new boolean[1];
      happening.during(() -> served[0] |= isServed.test(waiter), deadline);
      return served[0] ? 0 : IN_VAIN;
    }

    @Override
    void succeeded(long nanos) {
      succeeded++;
    }

    @Override
    void failed() {
      failed++;
    }
  }

  /** Has the select been served by this channel, and look on for it from then on. */
  private Looks looking(ChannelSelect select, Happening happening) throws Exception {
    one.sendNow(1);
    int arm = select.await();
    assertEquals(one, select.channel(arm));
    select.takeValue(arm);
    Looks looks = new Looks(happening);
    one.spinBudget = looks;
    return looks;
  }

  private static void assertLooked(Looks looks, int times, int succeeded, int failed) {
    assertEquals(times, looks.looks, "looks");
    assertEquals(succeeded, looks.succeeded, "succeeded");
    assertEquals(failed, looks.failed, "failed");
  }

  // What it looks at

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aSelectThatSpinsLeavesTheOtherChannelsAlone(boolean persistent) throws Exception {
    ChannelSelect select = select(persistent, one, other);
    Looks looks =
        looking(
            select,
            (look, deadline) -> {
              assertFalse(look.getAsBoolean());
              one.sendNow(2);
              assertTrue(look.getAsBoolean());
            });
    long stamp = other.lookStamp();
    for (int value = 0; value < ENOUGH; value++) {
      assertEquals(0, select.await());
      assertEquals(2, select.takeValue(0));
    }
    assertEquals(stamp, other.lookStamp());
    assertLooked(looks, ENOUGH, ENOUGH, 0);
    select.deregister();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aSelectThatSpunInVainWaitsInItsPlaces(boolean persistent) throws Exception {
    ChannelSelect select = select(persistent, one, other);
    Looks looks = looking(select, (look, deadline) -> assertFalse(look.getAsBoolean()));
    var selected = this.<Integer>call(ThreadKind.PLATFORM, select::await).awaitParked();
    other.sendNow(2);
    assertEquals(1, selected.join());
    assertEquals(2, select.takeValue(1));
    assertLooked(looks, 1, 0, 0);
    select.deregister();
  }

  /** What it has seen somebody else took. To have seen it was of no use. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatProvesFalseIsNoSuccess(boolean persistent) throws Exception {
    ChannelSelect select = select(persistent, one, other);
    Looks looks =
        looking(
            select,
            (look, deadline) -> {
              one.sendNow(2);
              assertTrue(look.getAsBoolean());
              assertEquals(2, one.receiveNow());
            });
    var selected = this.<Integer>call(ThreadKind.PLATFORM, select::await).awaitParked();
    other.sendNow(3);
    assertEquals(1, selected.join());
    assertLooked(looks, 1, 0, 1);
    select.deregister();
  }

  /** A select may wait several times in one call. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatProvesFalseIsOneFailure(boolean persistent) throws Exception {
    var arms = new SelectBuilder(true);
    arms.addReceive(one);
    arms.addReceive(other);
    ChannelSelect select = persistent ? arms.persistent().build() : arms.build();
    Looks looks =
        looking(
            select,
            (look, deadline) -> {
              one.sendNow(2);
              assertTrue(look.getAsBoolean());
              assertEquals(2, one.receiveNow());
            });
    var selected = this.<Integer>call(ThreadKind.PLATFORM, select::await).awaitParked();
    int waits = arms.waiter.waits();
    other.close();
    Polling.until("it waits again", () -> arms.waiter.waits() > waits);
    selected.awaitParked();
    one.sendNow(3);
    assertEquals(0, selected.join());
    assertLooked(looks, 1, 0, 1);
    select.deregister();
  }

  /** Without all locks it cannot tell that the arm before is not ready; with them it can. */
  @Test
  void whatIsFoundWithAllLocksOnlyIsASuccess() throws Exception {
    GeneralChannel<Integer> full = GeneralChannel.create("full", 1);
    full.sendNow(0);
    ChannelSelect registered = select(true, full);
    var arms = new SelectBuilder(false);
    arms.addSend(full);
    arms.addReceive(one);
    ChannelSelect select = arms.build();
    select.offer(0, 1);
    one.sendNow(1);
    assertEquals(1, select.await());
    Looks looks =
        new Looks(
            (look, deadline) -> {
              one.sendNow(2);
              assertTrue(look.getAsBoolean());
            });
    one.spinBudget = looks;
    assertEquals(1, select.await());
    assertLooked(looks, 1, 1, 0);
    registered.deregister();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aDeadlineMayPassDuringTheLook(boolean persistent) throws Exception {
    ChannelSelect select = select(persistent, one, other);
    Looks looks =
        looking(
            select,
            (look, deadline) -> {
              while (deadline - System.nanoTime() > 0) {
                assertFalse(look.getAsBoolean());
              }
            });
    assertEquals(ChannelSelect.NOTHING, select.await(Duration.ofMillis(1)));
    assertLooked(looks, 1, 0, 0);
    select.deregister();
    ChannelProbe.assertNobodyQueued(one);
    ChannelProbe.assertNobodyQueued(other);
  }

  /** As anywhere: what is there is taken, and who would have to wait is interrupted. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anInterruptDuringTheLookEndsTheWaitAfterIt(boolean persistent) throws Exception {
    ChannelSelect select = select(persistent, one, other);
    looking(
        select,
        (look, deadline) -> {
          one.sendNow(2);
          Thread.currentThread().interrupt();
          assertTrue(look.getAsBoolean());
        });
    assertEquals(0, select.await());
    assertTrue(Thread.interrupted());
    Looks looks = new Looks((look, deadline) -> Thread.currentThread().interrupt());
    one.spinBudget = looks;
    assertThrows(InterruptedException.class, select::await);
    assertLooked(looks, 1, 0, 0);
    select.deregister();
    ChannelProbe.assertNobodyQueued(one);
    ChannelProbe.assertNobodyQueued(other);
  }

  // Whom it spins for

  @Test
  void itSpinsForNobodyWhereOthersWaitForTheSame() throws Exception {
    ChannelSelect select = select(false, one, other);
    Looks looks = looking(select, (look, deadline) -> {});
    one.spinBudget = null;
    var receiver = this.<Integer>call(ThreadKind.PLATFORM, one::receive).awaitParked();
    one.spinBudget = looks;
    assertEquals(ChannelSelect.NOTHING, select.await(Duration.ofNanos(1)));
    assertLooked(looks, 0, 0, 0);
    one.sendNow(2);
    assertEquals(2, receiver.join());
    assertEquals(ChannelSelect.NOTHING, select.await(Duration.ofNanos(1)));
    assertLooked(looks, 1, 0, 0);
  }

  @Test
  void itSpinsForNobodyWhereItTakesNoPart() throws Exception {
    ChannelSelect select = select(false, one, other);
    Looks looks = looking(select, (look, deadline) -> {});
    select.enable(0, false);
    assertEquals(ChannelSelect.NOTHING, select.await(Duration.ofNanos(1)));
    select.enable(0, true);
    one.close();
    assertEquals(ChannelSelect.NOTHING, select.await(Duration.ofNanos(1)));
    assertLooked(looks, 0, 0, 0);
  }

  @Test
  void itSpinsForNobodyWhereOthersWaitToSend() throws Exception {
    GeneralChannel<Integer> full = GeneralChannel.create("full", 1);
    var arms = new SelectBuilder(true);
    arms.addSend(full);
    arms.addReceive(one);
    ChannelSelect select = arms.build();
    select.offer(0, 1);
    assertEquals(0, select.await());
    var sender = run(ThreadKind.PLATFORM, () -> full.send(2)).awaitParked();
    Looks looks = new Looks((look, deadline) -> assertFalse(look.getAsBoolean()));
    full.spinBudget = looks;
    assertEquals(ChannelSelect.NOTHING, select.await(Duration.ofNanos(1)));
    assertLooked(looks, 0, 0, 0);
    assertEquals(1, full.receiveNow());
    sender.join();
    assertEquals(ChannelSelect.NOTHING, select.await(Duration.ofNanos(1)));
    assertLooked(looks, 1, 0, 0);
  }

  /** Whether a registered select stands there and waits can be asked with the lock held only. */
  @Test
  void anArmThatSendsDoesNotSeemReadyForALongTime() {
    GeneralChannel<Integer> full = GeneralChannel.create("full", 1);
    SelectWaiter waiter = new SelectWaiter();
    Arm[] arms = {new SendArm(waiter, 0, full, null), new ReceiveArm(waiter, 1, one)};
    SpinningLook spinning = new SpinningLook(arms, null);
    assertTrue(spinning.seesSomething());
    full.sendNow(1);
    assertFalse(spinning.seesSomething());
    ChannelSelect registered = select(true, full);
    assertFalse(spinning.seesSomething());
    registered.deregister();
  }

  /** Every step that anybody takes in the broadcast changes the channel. */
  @Test
  void aSubscriptionDoesNotSeemReadyByEveryStepInItsChannel() throws Exception {
    Broadcast<Integer> broadcast = Broadcast.create("broadcast", 16);
    Subscription<Integer> subscription = broadcast.subscribe();
    Arm[] arms = {new ReceiveArm(new SelectWaiter(), 0, subscription)};
    SpinningLook spinning = new SpinningLook(arms, new MarkedArms(arms, true, new EvenChoice()));
    assertFalse(spinning.seesSomething());
    subscription.lock();
    try {
      assertFalse(spinning.seesSomething(), "a step is being taken");
    } finally {
      subscription.unlock();
    }
    assertFalse(spinning.seesSomething(), "a step was taken");
    broadcast.send(1);
    assertTrue(spinning.seesSomething());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void itSeesWhatIsThereForTheArmsThatTakePart(boolean persistent) {
    Arm[] arms = {new ReceiveArm(new SelectWaiter(), 0, one)};
    MarkedArms marked = persistent ? new MarkedArms(arms, true, new EvenChoice()) : null;
    SpinningLook spinning = new SpinningLook(arms, marked);
    assertFalse(spinning.seesSomething());
    one.sendNow(1);
    assertTrue(spinning.seesSomething());
    arms[0].enabled = false;
    if (marked != null) {
      marked.enable(0, false);
    }
    assertFalse(spinning.seesSomething());
  }

  // Breaths

  /** Due when the test says so. */
  private static final class Breaths extends Breath {

    private final BooleanSupplier isDue;
    private int taken;

    Breaths(BooleanSupplier isDue) {
      this.isDue = isDue;
    }

    @Override
    boolean isDue(int number) {
      return isDue.getAsBoolean();
    }

    @Override
    void take(Object blocker) {
      taken++;
    }
  }

  private static ChannelSelect select(boolean persistent, Breath breath, Receiver<?>... channels) {
    var arms = new SelectBuilder(true);
    arms.waiter.breath = breath;
    for (Receiver<?> channel : channels) {
      arms.addReceive(channel);
    }
    return persistent ? arms.persistent().build() : arms.build();
  }

  /** Others must come to run, too, if a select always finds something while it spins. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aSelectThatSpinsTakesBreaths(boolean persistent) throws Exception {
    boolean[] due = new boolean[1];
    Breaths breaths = new Breaths(() -> due[0]);
    ChannelSelect select = select(persistent, breaths, one, other);
    Looks looks =
        looking(
            select,
            (look, deadline) -> {
              one.sendNow(2);
              assertTrue(look.getAsBoolean());
            });
    for (int wait = 1; wait <= ENOUGH; wait++) {
      due[0] = true;
      assertEquals(ChannelSelect.NOTHING, select.await(Duration.ofNanos(1)));
      assertEquals(wait, breaths.taken);
      due[0] = false;
      assertEquals(0, select.await());
      assertEquals(wait, looks.looks);
    }
    assertEquals(ENOUGH, breaths.taken);
    select.deregister();
  }

  /** One that is made for each call was never served by anybody. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aNewSelectTakesBreaths(boolean persistent) throws Exception {
    Breaths breaths = new Breaths(() -> true);
    for (int wait = 1; wait <= ENOUGH; wait++) {
      ChannelSelect select = select(persistent, breaths, one, other);
      assertEquals(ChannelSelect.NOTHING, select.await(Duration.ofNanos(1)));
      assertEquals(wait, breaths.taken);
      select.deregister();
    }
  }

  /** It is due once in a slice: if it found something and did not wait, it is so next time. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aBreathThatIsDueIsNotForgotten(boolean persistent) throws Exception {
    boolean[] asked = new boolean[1];
    Breaths breaths =
        new Breaths(
            () -> {
              boolean isFirst = !asked[0];
              asked[0] = true;
              if (isFirst) {
                one.sendNow(1);
              }
              return isFirst;
            });
    ChannelSelect select = select(persistent, breaths, one, other);
    assertEquals(0, select.await());
    assertEquals(0, breaths.taken);
    assertEquals(ChannelSelect.NOTHING, select.await(Duration.ofNanos(1)));
    assertEquals(1, breaths.taken);
    assertEquals(ChannelSelect.NOTHING, select.await(Duration.ofNanos(1)));
    assertEquals(1, breaths.taken);
    select.deregister();
  }

  // Its senders

  /** A select takes longer for each value than a receiver does. */
  @Test
  void theSenderOfASelectPausesForLonger() throws Exception {
    ChannelProbe.spinning(one);
    assertTrue(waits(one, SoloWaiter.Manner.PAUSES));
    take(select(false, one, other));
    assertTrue(waits(one, SoloWaiter.Manner.PAUSES_LONGER));
    assertFalse(waits(one, SoloWaiter.Manner.PAUSES));
    one.tryReceive(Duration.ofNanos(1));
    assertTrue(waits(one, SoloWaiter.Manner.PAUSES), "a receiver has come, and waited");
  }

  @Test
  void noSenderPausesForEver() {
    int longer = one.pauses(SoloWaiter.Manner.PAUSES_LONGER);
    assertTrue(longer > 2 * one.pauses(SoloWaiter.Manner.PAUSES));
    GeneralChannel<Integer> large = GeneralChannel.create("large", Integer.MAX_VALUE);
    assertEquals(
        large.pauses(SoloWaiter.Manner.PAUSES), large.pauses(SoloWaiter.Manner.PAUSES_LONGER));
  }

  /** While one spins, the others do not run that the select could take values from. */
  @Test
  void theSenderOfASelectOfManyChannelsParks() {
    ChannelProbe.spinning(one);
    Receiver<?>[] many =
        IntStream.range(0, 10)
            .mapToObj(i -> GeneralChannel.create("channel", 16))
            .toArray(Receiver[]::new);
    many[0] = one;
    take(select(false, many));
    assertFalse(waits(one, SoloWaiter.Manner.PAUSES_LONGER));
    assertTrue(waits(one, SoloWaiter.Manner.PARKS));
  }

  /** Neither by time nor twice does anybody send who would have to run meanwhile. */
  @Test
  void onlyChannelsWithSendersAreMany() {
    ChannelProbe.spinning(one);
    Receiver<?>[] few = Stream.generate(() -> Receiver.never()).limit(10).toArray(Receiver[]::new);
    few[0] = one;
    take(select(false, few));
    assertTrue(waits(one, SoloWaiter.Manner.PAUSES_LONGER));
    one.isTakenFromBy(0);
    take(select(false, one, one, one, one, one, one));
    assertTrue(waits(one, SoloWaiter.Manner.PAUSES_LONGER));
  }

  /** A select that comes, finds nothing and goes takes nothing from its sender. */
  @Test
  void onlyWhoTakesAValueCounts() {
    ChannelProbe.spinning(one);
    Arm arm = new ReceiveArm(new SelectWaiter(), 0, one);
    assertFalse(arm.attempt());
    assertFalse(waits(one, SoloWaiter.Manner.PAUSES_LONGER));
  }

  /** Without a buffer each value is handed over, and its sender has nothing else to do. */
  @Test
  void theSenderOfARendezvousSpinsAsEver() {
    GeneralChannel<Integer> rendezvous = GeneralChannel.create("rendezvous", 0);
    ChannelProbe.spinning(rendezvous);
    rendezvous.isTakenFromBy(100);
    assertTrue(waits(rendezvous, SoloWaiter.Manner.SPINS));
  }

  private static boolean waits(GeneralChannel<?> channel, SoloWaiter.Manner manner) {
    return Stream.generate(() -> channel.mannerOfSender(true))
        .limit(ENOUGH)
        .anyMatch(manner::equals);
  }

  private void take(ChannelSelect select) {
    one.sendNow(1);
    assertNotEquals(ChannelSelect.NOTHING, select.poll());
  }
}
