package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.Received;
import dev.millrace.annotation.Nullable;
import org.jetbrains.lincheck.Lincheck;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who has spun leaves its word while another serves it, in all interleavings. */
@Tag("lincheck")
class HandOverInterleavingsTest {

  private static final int ENOUGH = 200;

  private @Nullable Integer received;
  private boolean sent;

  /** The value goes to the receiver in the one way or the other, or to nobody at all. */
  @Test
  void aReceiverQueuesWhileItIsServed() {
    Lincheck.runConcurrentTest(
        ENOUGH,
        () -> {
          GeneralChannel<Integer> channel = GeneralChannel.create("c", 0);
          channel.expect();
          Thread sender = start(() -> sent = channel.trySend(1));
          SoloWaiter queued = channel.expectInQueue();
          Object given = queued == null ? channel.takeGiven() : null;
          join(sender);
          assertTrue(sent, "there was a receiver all the time");
          assertEquals(1, queued == null ? given : queued.item);
          assertTrue(channel.isUnused() && channel.receivers().looksEmpty());
        });
  }

  @Test
  void aSenderQueuesWhileItIsServed() {
    Lincheck.runConcurrentTest(
        ENOUGH,
        () -> {
          GeneralChannel<Integer> channel = GeneralChannel.create("c", 0);
          channel.offer(1, null);
          received = null;
          Thread receiver = start(() -> received = channel.receiveNow());
          SoloWaiter queued = channel.offerInQueue(1, null);
          boolean taken = queued == null && channel.takeAnswer();
          join(receiver);
          assertEquals(1, received);
          assertTrue(queued == null ? taken : !queued.isWaiting());
          assertTrue(channel.isUnused() && channel.senders().looksEmpty());
        });
  }

  /** What the word says when the next one comes is for the one who has waited. */
  @Test
  void theNextReceiverComesWhileAValueIsTaken() {
    Lincheck.runConcurrentTest(
        ENOUGH,
        () -> {
          GeneralChannel<Integer> channel = GeneralChannel.create("c", 0);
          channel.expect();
          channel.sendNow(1);
          Thread next =
              start(
                  () -> {
                    channel.lock();
                    sent = channel.expect() && channel.push(2);
                    channel.unlockAndWake();
                  });
          assertEquals(1, channel.takeGiven());
          join(next);
          assertEquals(sent ? 2 : null, channel.takeGiven());
        });
  }

  @Test
  void aCloseMeetsAValueThatIsOffered() {
    Lincheck.runConcurrentTest(
        ENOUGH,
        () -> {
          GeneralChannel<Integer> channel = GeneralChannel.create("c", 0);
          channel.offer(1, null);
          Thread closer = start(channel::close);
          received = channel.tryReceive() instanceof Received.Value<Integer>(var v) ? v : null;
          join(closer);
          assertTrue(channel.isAnswered(), "received or refused");
          assertEquals(received != null, channel.takeAnswer(), "not both");
          assertNull(channel.takeOffered());
        });
  }

  @Test
  void aCloseMeetsAReceiverThatQueues() {
    Lincheck.runConcurrentTest(
        ENOUGH,
        () -> {
          GeneralChannel<Integer> channel = GeneralChannel.create("c", 0);
          channel.expect();
          Thread closer = start(channel::close);
          SoloWaiter queued = channel.expectInQueue();
          join(closer);
          if (queued == null) {
            assertSame(Told.ENDED, channel.takeGiven());
          } else {
            assertTrue(queued.closed && !queued.isWaiting());
          }
          assertTrue(channel.isUnused() && channel.receivers().looksEmpty());
        });
  }

  @Test
  void aCloseMeetsASenderThatQueues() {
    Lincheck.runConcurrentTest(
        ENOUGH,
        () -> {
          GeneralChannel<Integer> channel = GeneralChannel.create("c", 0);
          assertRefusedWhileItQueues(channel, null, channel::close);
        });
  }

  @Test
  void theEndOfAContributionMeetsASenderThatQueues() {
    Lincheck.runConcurrentTest(
        ENOUGH,
        () -> {
          GeneralChannel<Integer> channel = GeneralChannel.create("c", 0);
          SendEnd<Integer> end = new SendEnd<>(channel, new NoOwner());
          assertRefusedWhileItQueues(channel, end, end::close);
        });
  }

  private static void assertRefusedWhileItQueues(
      GeneralChannel<Integer> channel, @Nullable SendEnd<Integer> end, Runnable close) {
    channel.offer(1, end);
    Thread closer = start(close);
    SoloWaiter queued = channel.offerInQueue(1, end);
    join(closer);
    if (queued == null) {
      assertTrue(channel.isAnswered());
      assertFalse(channel.takeAnswer());
    } else {
      assertTrue(queued.closed && !queued.isWaiting());
    }
    assertTrue(channel.isUnused() && channel.senders().looksEmpty());
  }

  private static final class NoOwner implements SendEnd.Owner {
    @Override
    public void ended(@Nullable Throwable failure) {}

    @Override
    public void refused() {}
  }

  private static Thread start(Runnable body) {
    Thread thread = new Thread(body);
    thread.start();
    return thread;
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts this thread", e);
    }
  }
}
