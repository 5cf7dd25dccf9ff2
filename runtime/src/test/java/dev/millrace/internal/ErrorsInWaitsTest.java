package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.Received;
import dev.millrace.harness.ConcurrencyTest;
import dev.millrace.harness.ThreadKind;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * An error such as too deep a stack may come anywhere. A thread that it has thrown out of its wait
 * is not served any more, and whoever was served learns of it.
 */
class ErrorsInWaitsTest extends ConcurrencyTest {

  private static final SoloWaiter.Manner SPINS = SoloWaiter.Manner.SPINS;

  private final GeneralChannel<Integer> channel = GeneralChannel.create("c", 0);

  private static Predicate<HandOver> failing(Runnable before) {
    return word -> {
      before.run();
      throw new StackOverflowError("of the test");
    };
  }

  @Test
  void nobodySendsToAReceiverThatFailedWhileItSpun() {
    channel.expect();
    assertThrows(
        StackOverflowError.class,
        () -> channel.spinExpecting(failing(() -> {}), SPINS, Waiter.FOREVER));
    assertFalse(channel.trySend(1));
    assertTrue(channel.isUnused());
  }

  /** The sender was told that it is received. */
  @Test
  void aValueThatCameBeforeTheErrorIsReceived() {
    channel.expect();
    channel.spinExpecting(failing(() -> channel.sendNow(1)), SPINS, Waiter.FOREVER);
    assertTrue(channel.isGiven());
    assertEquals(1, channel.takeGiven());
  }

  @Test
  void nobodyReceivesFromASenderThatFailedWhileItSpun() {
    channel.offer(1, null);
    assertThrows(
        StackOverflowError.class,
        () -> channel.spinOffering(failing(() -> {}), SPINS, Waiter.FOREVER));
    assertInstanceOf(Received.Nothing.class, channel.tryReceive());
    assertTrue(channel.isUnused());
  }

  @Test
  void aValueThatWasTakenBeforeTheErrorIsSent() {
    channel.offer(1, null);
    channel.spinOffering(failing(channel::receiveNow), SPINS, Waiter.FOREVER);
    assertTrue(channel.isAnswered());
    assertTrue(channel.takeAnswer());
  }

  /** This is a platform thread, so it takes no breath instead of spinning. */
  @Test
  void whoFailsLettingGoOfTheLockDoesNotWait() {
    ChannelProbe.spinning(channel);
    breakMarking();
    assertThrows(NullPointerException.class, channel::receive);
    assertTrue(channel.isUnused() && channel.receivers().looksEmpty());
    assertThrows(NullPointerException.class, () -> channel.send(1));
    assertTrue(channel.isUnused() && channel.senders().looksEmpty());
  }

  @Test
  void whoWasServedIsWokenByOneWhoFailsLettingGoOfTheLock() throws Exception {
    var receiver = call(ThreadKind.VIRTUAL, channel::receive);
    receiver.awaitParked();
    breakMarking();
    assertThrows(NullPointerException.class, () -> channel.sendNow(1));
    assertEquals(1, receiver.join());
  }

  /** An arm that nobody can mark: it belongs to no set. */
  private void breakMarking() {
    channel.lock();
    channel.registered = new Arm[] {new ReceiveArm(new SelectWaiter(), 0, channel)};
    channel.unlock();
  }
}
