package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.ChannelClosedException;
import dev.millrace.annotation.Nullable;
import dev.millrace.harness.Campaign;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jetbrains.lincheck.Lincheck;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Both ends of a one-to-one channel wait, and somebody else closes or interrupts, interleaving by
 * interleaving. To Lincheck a park may end by itself; that wake-ups are not forgotten, {@link
 * RingEndTest} and {@link RendezvousEndTest} see.
 */
@Tag("lincheck")
class OneToOneInterleavingsTest {

  private static final int FEW = 30;
  private static final int MANY = Campaign.share(2_000);

  @Test
  void everythingComesOnceAndInOrder() {
    Lincheck.runConcurrentTest(FEW, () -> exchange(0));
    Lincheck.runConcurrentTest(FEW, () -> exchange(1));
    Lincheck.runConcurrentTest(FEW, () -> exchange(2));
  }

  @Test
  @Tag("campaign")
  void everythingComesOnceAndInOrderAtLength() {
    Lincheck.runConcurrentTest(MANY, () -> exchange(0));
    Lincheck.runConcurrentTest(MANY, () -> exchange(1));
    Lincheck.runConcurrentTest(MANY, () -> exchange(2));
  }

  @Test
  void anInterruptedSendHasNotHappened() {
    Lincheck.runConcurrentTest(FEW, () -> interruptTheSender(0));
    Lincheck.runConcurrentTest(FEW, () -> interruptTheSender(1));
  }

  @Test
  @Tag("campaign")
  void anInterruptedSendHasNotHappenedAtLength() {
    Lincheck.runConcurrentTest(MANY, () -> interruptTheSender(0));
    Lincheck.runConcurrentTest(MANY, () -> interruptTheSender(1));
  }

  @Test
  void everyValueIsReceivedOrDiscarded() {
    Lincheck.runConcurrentTest(FEW, () -> closeBySomebodyElse(0, false));
    Lincheck.runConcurrentTest(FEW, () -> closeBySomebodyElse(0, true));
    Lincheck.runConcurrentTest(FEW, () -> closeBySomebodyElse(1, false));
    Lincheck.runConcurrentTest(FEW, () -> closeBySomebodyElse(1, true));
  }

  @Test
  @Tag("campaign")
  void everyValueIsReceivedOrDiscardedAtLength() {
    Lincheck.runConcurrentTest(MANY, () -> closeBySomebodyElse(0, false));
    Lincheck.runConcurrentTest(MANY, () -> closeBySomebodyElse(0, true));
    Lincheck.runConcurrentTest(MANY, () -> closeBySomebodyElse(1, false));
    Lincheck.runConcurrentTest(MANY, () -> closeBySomebodyElse(1, true));
  }

  /** Whose ends do not spin before they announce that they wait: that only costs steps here. */
  private static OneToOneChannel<Integer> channel(int capacity) {
    return ChannelProbe.withoutSpinning(OneToOneChannel.create("channel", capacity));
  }

  private static void exchange(int capacity) {
    OneToOneChannel<Integer> channel = channel(capacity);
    Sending sending = new Sending(channel, capacity + 1, true);
    sending.start();
    List<Integer> received = receiveAll(channel, capacity);
    sending.end();
    assertEquals(IntStream.range(0, capacity + 1).boxed().toList(), received);
    assertEquals(0, channel.discarded());
  }

  private static void interruptTheSender(int capacity) {
    OneToOneChannel<Integer> channel = channel(capacity);
    Sending sending = new Sending(channel, 2, true);
    sending.start();
    sending.thread.interrupt();
    List<Integer> received = receiveAll(channel, capacity);
    sending.end();
    assertEquals(sending.sent, received);
  }

  private static void closeBySomebodyElse(int capacity, boolean cutOff) {
    OneToOneChannel<Integer> channel = channel(capacity);
    Sending sending = new Sending(channel, 2, false);
    Thread closing =
        new Thread(
            () -> {
              if (cutOff) {
                channel.cutOff(null);
              } else {
                channel.close();
              }
            });
    sending.start();
    closing.start();
    List<Integer> received = receiveAll(channel, capacity);
    // As a run does when the thread that received has ended.
    channel.closeNow();
    sending.end();
    join(closing);
    assertEquals(IntStream.range(0, received.size()).boxed().toList(), received);
    assertEquals(sending.tried, received.size() + channel.discarded());
  }

  /** What came until the end, with a look at the size before each. */
  private static List<Integer> receiveAll(OneToOneChannel<Integer> channel, int capacity) {
    List<Integer> received = new ArrayList<>();
    try {
      for (Integer value; (value = channel.receiveOrNull()) != null; ) {
        received.add(value);
        int size = channel.size();
        assertTrue(size >= 0 && size <= capacity, "size");
      }
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts this thread", e);
    }
    return received;
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts this thread", e);
    }
  }

  /** Sends numbers from 0 on until it is told that the channel is closed. */
  private static final class Sending implements Runnable {

    final Thread thread = new Thread(this);
    final List<Integer> sent = new ArrayList<>();
    int tried;
    private final OneToOneChannel<Integer> channel;
    private final int count;
    private final boolean closes;
    private @Nullable Throwable failure;

    Sending(OneToOneChannel<Integer> channel, int count, boolean closes) {
      this.channel = channel;
      this.count = count;
      this.closes = closes;
    }

    void start() {
      thread.start();
    }

    @Override
    public void run() {
      try {
        for (int value = 0; value < count; value++) {
          tried++;
          send(value);
        }
      } catch (ChannelClosedException e) {
        // Then the value counts as discarded.
      } catch (Throwable e) {
        failure = e;
      }
      if (closes) {
        channel.close();
      }
    }

    private void send(int value) {
      try {
        channel.send(value);
        sent.add(value);
      } catch (InterruptedException e) {
        // Then it was not sent.
      }
    }

    void end() {
      join(thread);
      if (failure != null) {
        throw new AssertionError(failure);
      }
    }
  }
}
