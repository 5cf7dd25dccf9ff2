package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.Received;
import dev.millrace.annotation.Nullable;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whether threads spin before they park: the two modes, and what leads from one to the other. */
class SpinBudgetTest {

  private static final int ENOUGH = 100;

  private SpinBudget budget = new SpinBudget();

  private void succeed() {
    budget.spin(this, served -> true, 0, Waiter.FOREVER);
  }

  private void fail() {
    budget.spin(this, unserved -> false, 0, Waiter.FOREVER);
  }

  /** Counts the looks. */
  private static boolean inVain(int[] looks) {
    looks[0]++;
    return false;
  }

  /** Whether every wait spins, and not only the probes. */
  private boolean isSpinning() {
    for (int wait = 0; wait < ENOUGH; wait++) {
      if (!budget.isToSpin(ThreadLocalRandom.current().nextInt())) {
        return false;
      }
    }
    return true;
  }

  @Test
  void itBeginsWithParking() {
    assertFalse(isSpinning());
  }

  @Test
  void aHopefulOneBeginsWithSpinningWhereThatCanPay() {
    budget = SpinBudget.hopeful();
    assertEquals(SpinBudget.SEVERAL_CARRIERS, isSpinning());
  }

  @Test
  void aHopefulOneForgivesOneFailure() {
    budget = SpinBudget.hopeful();
    fail();
    assertEquals(SpinBudget.SEVERAL_CARRIERS, isSpinning());
    fail();
    assertFalse(isSpinning());
  }

  @Test
  void aProbeThatSucceedsLeadsToSpinning() {
    succeed();
    assertTrue(isSpinning());
  }

  @Test
  void aProbeThatFailsDoesNot() {
    fail();
    assertFalse(isSpinning());
  }

  /** As after a breath, or when the system took a core away for a moment. */
  @Test
  void aFailureNowAndThenIsForgiven() {
    for (int wait = 0; wait < ENOUGH; wait++) {
      succeed();
      succeed();
      succeed();
      fail();
      assertTrue(isSpinning());
    }
  }

  @Test
  void failuresInARowLeadBackToParking() {
    for (int wait = 0; wait < ENOUGH; wait++) {
      succeed();
    }
    int failures = 0;
    while (isSpinning()) {
      fail();
      failures++;
    }
    assertTrue(failures <= 8, failures + " failures in a row");
  }

  private static final int NOT_SOON_NANOS = 4_000;

  /** Served by its first look, which takes long. */
  private static boolean slowly(@Nullable Object unused) {
    long start = System.nanoTime();
    while (System.nanoTime() - start < NOT_SOON_NANOS) {
      Thread.onSpinWait();
    }
    return true;
  }

  @Test
  void whereSpinningHasPaidForAWhileWaitsHavePatience() {
    for (int wait = 0; wait < ENOUGH; wait++) {
      succeed();
    }
    int usual = budget.nanos();

    fail();
    int afterFailure = budget.nanos();
    succeed();
    int afterSuccess = budget.nanos();
    budget.bePatient();
    int whenToldTo = budget.nanos();

    assertTrue(afterFailure > usual, afterFailure + " ns after a failure");
    assertEquals(usual, afterSuccess);
    assertEquals(afterFailure, whenToldTo);
  }

  /** Of many threads two meet by chance now and then, and must not wait for each other long. */
  @Test
  void aProbeAloneEarnsNoPatience() {
    succeed();
    int usual = budget.nanos();

    budget.bePatient();
    assertEquals(usual, budget.nanos());
    fail();
    assertEquals(usual, budget.nanos());
  }

  @Test
  void looksWithLongPausesAreTimedFromTheFirstOn() {
    assertTrue(budget.look(this, SpinBudgetTest::slowly, true, Waiter.FOREVER) >= NOT_SOON_NANOS);
    assertEquals(0, budget.look(this, served -> true, false, Waiter.FOREVER));
    assertEquals(SpinBudget.IN_VAIN, budget.look(this, unserved -> false, true, Waiter.FOREVER));
  }

  /** Who polls with tiny time-outs says nothing about the streams of others. */
  @Test
  void aSpinThatADeadlineCutsShortHasNotFailed() throws Exception {
    succeed();
    int credit = budget.credit;
    for (int pauses : new int[] {0, 1, 100}) {
      long past = System.nanoTime() - 1;
      assertEquals(SpinBudget.IN_VAIN, budget.look(this, unserved -> false, pauses, past));
      assertEquals(credit, budget.credit);
    }
    GeneralChannel<Integer> channel = GeneralChannel.create("c", 512);
    ChannelProbe.spinning(channel);
    SpinBudget polled = Objects.requireNonNull(channel.spinBudget);
    credit = polled.credit;
    for (int wait = 0; wait < ENOUGH; wait++) {
      channel.tryReceive(Duration.ofNanos(1));
    }
    assertEquals(credit, polled.credit);
  }

  /** Or who polls in a loop would spin for ever instead of parking. */
  @Test
  void aSpinWithTimeEnoughHasFailedThoughADeadlineEndsIt() {
    succeed();
    int credit = budget.credit;
    budget.bePatient();
    // Often: a deadline may have passed before the first look.
    for (int look = 0; look < ENOUGH && budget.credit == credit; look++) {
      long deadline = System.nanoTime() + budget.nanos() / 2;
      assertEquals(SpinBudget.IN_VAIN, budget.look(this, unserved -> false, true, deadline));
    }
    assertTrue(budget.credit < credit);
  }

  /** A probe that comes seldom lasts until the other thread has been stolen by a carrier. */
  @Test
  void whoSaysItselfWhenToProbeHasMorePatience() {
    long patience = budget.nanosToLook();
    assertTrue(patience > budget.nanos());
    // Often: what the first ones take is most of all the linking and interpreting of this code.
    for (int look = 0; look < ENOUGH; look++) {
      long start = System.nanoTime();
      assertEquals(SpinBudget.IN_VAIN, budget.look(this, unserved -> false, true, Waiter.FOREVER));
      long taken = System.nanoTime() - start;
      assertTrue(taken >= patience, () -> taken + " ns instead of " + patience);
    }
    succeed();
    assertEquals(budget.nanos(), budget.nanosToLook());
  }

  @Test
  void oneWithoutCreditMayProbeUnlessItNeverSpins() {
    assertEquals(SpinBudget.SEVERAL_CARRIERS, budget.mayProbe());
    budget.credit = 1;
    assertFalse(budget.mayProbe());
    budget.credit = SpinBudget.NEVER;
    assertFalse(budget.mayProbe());
  }

  @Test
  void spinsThatSucceedLateLeadBackToParking() {
    succeed();
    for (int wait = 0; wait < ENOUGH && isSpinning(); wait++) {
      budget.succeeded(NOT_SOON_NANOS);
    }
    assertFalse(isSpinning());
  }

  /** Gives the receiver its value, and so many more. */
  private static void receiveAfterALongPause(GeneralChannel<Integer> channel, int more) {
    channel.lock();
    channel.expect();
    channel.unlockAndWake();
    channel.spin(
        channel,
        expecting -> {
          for (int value = 0; value <= more; value++) {
            channel.sendNow(value);
          }
          return slowly(null);
        },
        false,
        SoloWaiter.Manner.PAUSES,
        Waiter.FOREVER);
    channel.takeGiven();
    while (channel.tryReceive() instanceof Received.Value<Integer>) {}
  }

  /** Offers a value into a full buffer, and so many more are taken with it. */
  private static void sendAfterALongPause(GeneralChannel<Integer> channel, int more) {
    while (channel.trySend(0)) {}
    channel.lock();
    channel.offer(0, null);
    channel.unlockAndWake();
    channel.spin(
        channel,
        offering -> {
          for (int value = 0; value <= more; value++) {
            channel.receiveNow();
          }
          return slowly(null);
        },
        true,
        SoloWaiter.Manner.PAUSES,
        Waiter.FOREVER);
    channel.takeAnswer();
  }

  private static boolean keepsSpinning(Consumer<GeneralChannel<Integer>> wait) {
    GeneralChannel<Integer> channel = GeneralChannel.create("c", 512);
    ChannelProbe.spinning(channel);
    SpinBudget budget = Objects.requireNonNull(channel.spinBudget);
    for (int waits = 0; waits < ENOUGH && budget.credit > 0; waits++) {
      wait.accept(channel);
    }
    return budget.credit > 0;
  }

  /** Else a thread beside a slow one keeps its carrier to itself for a value or two each time. */
  @Test
  void longPausesPayOnlyByTheirMany() {
    assertFalse(keepsSpinning(channel -> receiveAfterALongPause(channel, 0)));
    assertTrue(keepsSpinning(channel -> receiveAfterALongPause(channel, 100)));
    assertFalse(keepsSpinning(channel -> sendAfterALongPause(channel, 0)));
    assertTrue(keepsSpinning(channel -> sendAfterALongPause(channel, 100)));
  }

  @Test
  void whoAlwaysMakesDoWithLittleEarnsNothing() {
    succeed();
    int credit = budget.credit;
    for (int wait = 0; wait < ENOUGH; wait++) {
      budget.hadToMakeDo(0);
    }
    assertEquals(credit, budget.credit);
    for (int wait = 0; wait < ENOUGH && isSpinning(); wait++) {
      budget.hadToMakeDo(NOT_SOON_NANOS);
    }
    assertFalse(isSpinning());
  }

  @Test
  void aProbeThatHadToMakeDoHasFailed() {
    budget.hadToMakeDo(0);
    assertFalse(isSpinning());
  }

  /** Below zero there would be no probe any more. */
  @Test
  void whatASpinCostsIsNeverOwed() {
    budget.credit = 1;
    budget.failed();
    assertEquals(0, budget.credit);
    budget.credit = 1;
    budget.hadToMakeDo(NOT_SOON_NANOS);
    assertEquals(0, budget.credit);
  }

  @Test
  void oneThatNeverSpinsDoesNotProbeEither() {
    budget.credit = SpinBudget.NEVER;
    for (int wait = 0; wait < 2_000_000; wait++) {
      assertFalse(budget.isToSpin(0));
    }
  }

  /** A wait that spins and is not served has still to be waited for. */
  @Test
  void aDeadlineThatHasPassedEndsIt() throws Exception {
    GeneralChannel<Integer> channel = GeneralChannel.create("c", 0);
    ChannelProbe.spinning(channel);
    SoloWaiter waiter = new SoloWaiter(channel, false, SoloWaiter.Manner.SPINS);
    long past = System.nanoTime() - 1;
    int outcome = Waiter.WAITING;
    while (outcome == Waiter.WAITING) {
      outcome = waiter.park(past, Waiter.FOREVER);
    }
    assertEquals(Waiter.GAVE_UP, outcome);
  }

  @Test
  void whoHasTimeLooksSeldom() {
    assertEquals(1, looks(1));
    assertTrue(looks(0) > 1);
  }

  private int looks(int pauses) {
    int[] looks = new int[1];
    budget.spin(looks, SpinBudgetTest::inVain, pauses, System.nanoTime() - 1);
    return looks[0];
  }

  @Test
  void whoHasTimePausesTheLongerTheMoreThereIsToDo() {
    assertEquals(0, pauses(512, SoloWaiter.Manner.SPINS));
    assertTrue(pauses(16, SoloWaiter.Manner.PAUSES) > 0);
    assertTrue(pauses(512, SoloWaiter.Manner.PAUSES) > 4 * pauses(16, SoloWaiter.Manner.PAUSES));
    assertEquals(
        pauses(512, SoloWaiter.Manner.PAUSES),
        pauses(Integer.MAX_VALUE, SoloWaiter.Manner.PAUSES),
        "but not for ever");
  }

  private static int pauses(int capacity, SoloWaiter.Manner manner) {
    return GeneralChannel.create("c", capacity).pauses(manner);
  }

  /** Only a buffer that keeps the other side busy gives time to who is not urgent. */
  @Test
  void whoWaitsAtALongBufferHasTimeUnlessItIsUrgent() {
    assertTrue(isAmong(SoloWaiter.Manner.PAUSES, 16, false));
    assertFalse(isAmong(SoloWaiter.Manner.PAUSES, 16, true));
    assertFalse(isAmong(SoloWaiter.Manner.PAUSES, 0, false));
    assertTrue(isAmong(SoloWaiter.Manner.SPINS, 0, false));
  }

  private static boolean isAmong(SoloWaiter.Manner manner, int capacity, boolean urgent) {
    GeneralChannel<Integer> channel = GeneralChannel.create("c", capacity);
    ChannelProbe.spinning(channel);
    return Stream.generate(() -> channel.manner(true, urgent))
        .limit(ENOUGH)
        .anyMatch(manner::equals);
  }

  /** A receiver on the heels of the senders would have each value handed over to it. */
  @Test
  void aReceiverIsUrgentUntilValuesFlow() throws Exception {
    GeneralChannel<Integer> channel = GeneralChannel.create("c", 16);
    assertTrue(channel.isReceiverUrgent());
    channel.tryReceive(Duration.ofNanos(1));
    assertTrue(channel.isReceiverUrgent());
    channel.sendNow(1);
    channel.receive();
    assertFalse(channel.isReceiverUrgent());
    for (int wait = 0; wait < ENOUGH; wait++) {
      channel.tryReceive(Duration.ofNanos(1));
    }
    assertTrue(channel.isReceiverUrgent());
  }

  /** A program of very many channels must not spend its time on spinning for nothing. */
  @Test
  void fewOfManyChannelsProbe() {
    int probes = 0;
    int channels = 2_000_000;
    for (int channel = 0; channel < channels; channel++) {
      probes += new SpinBudget().isToSpin(ThreadLocalRandom.current().nextInt()) ? 1 : 0;
    }
    assertTrue(probes <= channels / 100, probes + " of " + channels);
  }
}
