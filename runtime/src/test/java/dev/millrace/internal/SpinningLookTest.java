package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.Receiver;
import dev.millrace.Ticker;
import dev.millrace.harness.ConcurrencyTest;
import dev.millrace.harness.ThreadKind;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a select does before it waits, and what its senders do meanwhile. */
class SpinningLookTest extends ConcurrencyTest {

  private static final int ENOUGH = 100;

  /** They take far longer than a slice of time, with which a breath is due. */
  private static final int MOST_WAITS = 50_000_000;

  private final GeneralChannel<Integer> one = GeneralChannel.create("one", 16);
  private final GeneralChannel<Integer> other = GeneralChannel.create("other", 16);

  private static ChannelSelect select(boolean persistent, Receiver<?>... channels) {
    var arms = new SelectBuilder(true);
    for (Receiver<?> channel : channels) {
      arms.addReceive(channel);
    }
    return persistent ? arms.persistent().build() : arms.build();
  }

  private static SpinBudget spinningFor(Flavour<?> channel) {
    SpinBudget budget = new SpinBudget();
    budget.credit = Byte.MAX_VALUE;
    channel.spinBudget = budget;
    return budget;
  }

  /** The clock alone serves it, within the time of a spin: what it does not see then is there. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aSelectThatSpinsLeavesTheOtherChannelsAlone(boolean persistent) throws Exception {
    Ticker ticker = Ticker.every(Duration.ofNanos(500));
    ChannelSelect select = select(persistent, ticker, other);
    assertEquals(0, select.await());
    spinningFor((Flavour<?>) ticker);
    long stamp = other.lookStamp();
    this.<Object>call(
            ThreadKind.PLATFORM,
            () -> {
              for (int tick = 0; tick < ENOUGH; tick++) {
                assertEquals(0, select.await());
              }
              return select.takeValue(0);
            })
        .join();
    assertEquals(stamp, other.lookStamp());
    select.deregister();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aSelectThatSpunInVainWaitsInItsPlaces(boolean persistent) throws Exception {
    ChannelSelect select = select(persistent, one, other);
    one.sendNow(1);
    assertEquals(0, select.await());
    SpinBudget budget = spinningFor(one);
    var selected = this.<Integer>call(ThreadKind.PLATFORM, select::await).awaitParked();
    other.sendNow(2);
    assertEquals(1, selected.join());
    assertEquals(2, select.takeValue(1));
    assertTrue(budget.credit < Byte.MAX_VALUE, "it has spun");
    select.deregister();
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

  /** Others must come to run, too, if a select always finds something while it spins. */
  @Test
  void aSelectThatSpinsTakesBreaths() throws Exception {
    SelectWaiter waiter = new SelectWaiter();
    SpinBudget budget = spinningFor(one);
    boolean[] breathes = new boolean[1];
    run(
            ThreadKind.VIRTUAL,
            () -> {
              for (int wait = 0; wait < MOST_WAITS && !breathes[0]; wait++) {
                breathes[0] = !waiter.isToSpin(budget);
              }
            })
        .join();
    assertTrue(breathes[0]);
  }

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
  void theSenderOfASelectOfManyArmsParks() throws Exception {
    ChannelProbe.spinning(one);
    Receiver<?>[] many = Stream.generate(() -> Receiver.never()).limit(10).toArray(Receiver[]::new);
    many[0] = one;
    take(select(false, many));
    assertFalse(waits(one, SoloWaiter.Manner.PAUSES_LONGER));
    assertTrue(waits(one, SoloWaiter.Manner.PARKS));
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
    assertEquals(0, select.poll());
  }
}
