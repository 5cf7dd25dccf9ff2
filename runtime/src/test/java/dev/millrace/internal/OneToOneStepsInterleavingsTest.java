package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.Received;
import org.jetbrains.lincheck.Lincheck;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The order of the steps within one operation of a one-to-one channel. Each pair of threads takes
 * so few steps that the one switch that would be fatal is among those that are tried; {@link
 * OneToOneInterleavingsTest} has longer stories, of which it sees fewer interleavings.
 */
@Tag("lincheck")
class OneToOneStepsInterleavingsTest {

  private static final int ENOUGH = 200;

  private OneToOneRing<Integer> channel = new OneToOneRing<>("ring", 4);

  @Test
  void aTryThatSeesTheEndHasSeenWhatWasSentBefore() {
    Lincheck.runConcurrentTest(
        ENOUGH,
        () -> {
          renew();
          Thread sending = start(this::sendAndClose);
          assertFalse(
              channel.tryReceive() instanceof Received.Closed, "the end came after a value");
          join(sending);
        });
  }

  @Test
  void aReceiveThatSeesTheEndHasSeenWhatWasSentBefore() {
    Lincheck.runConcurrentTest(
        ENOUGH,
        () -> {
          renew();
          Thread sending = start(this::sendAndClose);
          assertEquals(1, receive());
          join(sending);
        });
  }

  @Test
  void whatCountsInTheSizeCanBeReceived() {
    Lincheck.runConcurrentTest(
        ENOUGH,
        () -> {
          renew();
          Thread sending = start(() -> channel.sendNow(1));
          if (channel.size() == 1) {
            assertInstanceOf(Received.Value.class, channel.tryReceive());
          }
          join(sending);
        });
  }

  @Test
  void whoIsWokenFindsTheValue() {
    Lincheck.runConcurrentTest(
        ENOUGH,
        () -> {
          renew();
          channel.receiver.thread = Thread.currentThread();
          channel.receiver.announced = true;
          channel.receiver.wakeAt = 1;
          Thread sending = start(() -> channel.sendNow(1));
          if (!channel.receiver.hasAnnounced()) {
            assertNotNull(channel.peek(0));
          }
          join(sending);
        });
  }

  @Test
  void sizeIsOneThatItHadThoughValuesPassMeanwhile() {
    Lincheck.runConcurrentTest(
        ENOUGH,
        () -> {
          renew();
          Thread passing =
              start(
                  () -> {
                    for (int i = 0; i < 2; i++) {
                      channel.sendNow(i);
                      channel.receiveNow();
                    }
                  });
          int size = channel.size();
          assertTrue(size <= 1, "there was never more than one");
          join(passing);
        });
  }

  /** Whose ends do not spin before they announce that they wait: that only costs steps here. */
  private void renew() {
    channel = new OneToOneRing<>("ring", 4);
    ChannelProbe.withoutSpinning(channel);
  }

  private void sendAndClose() {
    channel.sendNow(1);
    channel.close();
  }

  private Integer receive() {
    try {
      return channel.receive();
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts this thread", e);
    }
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
