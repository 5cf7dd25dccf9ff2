package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.annotation.Nullable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jetbrains.lincheck.Lincheck;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Who meets an announcement, in all interleavings. A wake-up that is lost is a deadlock, which
 * Lincheck reports.
 */
@Tag("lincheck")
class StandingInterleavingsTest {

  private static final int ENOUGH = 40;

  /** Two channels, and a select that stands there and does not wait. */
  private static final class Standing {
    final GeneralChannel<Integer> first;
    final GeneralChannel<Integer> second;
    final ChannelSelect select;

    Standing(int capacity) {
      first = GeneralChannel.create("first", capacity);
      second = GeneralChannel.create("second", capacity);
      var arms = new SelectBuilder(false).persistent();
      arms.addReceive(first);
      arms.addReceive(second);
      select = arms.build();
      Thread.currentThread().interrupt();
      assertThrows(InterruptedException.class, select::await);
    }

    int receive() throws InterruptedException {
      return (Integer) select.takeValue(select.await());
    }
  }

  /** A thread that passes on what it throws. */
  private static final class Peer<T> {
    private final Thread thread;
    private @Nullable T result;
    private @Nullable Throwable failure;

    Peer(Callable<T> body) {
      thread =
          new Thread(
              () -> {
                try {
                  result = body.call();
                } catch (Throwable e) {
                  failure = e;
                }
              });
      thread.start();
    }

    @Nullable
    T join() throws InterruptedException {
      thread.join();
      if (failure != null) {
        throw new AssertionError(failure);
      }
      return result;
    }
  }

  private interface Scenario {
    void run() throws Exception;
  }

  private static void inAllInterleavings(Scenario scenario) {
    Lincheck.runConcurrentTest(
        ENOUGH,
        () -> {
          try {
            scenario.run();
          } catch (Exception e) {
            throw new AssertionError(e);
          }
        });
  }

  /** Both were sent by one thread: the first, which also has priority, must come first. */
  @Test
  void aValueMeetsIt() {
    inAllInterleavings(StandingInterleavingsTest::sendToBoth);
  }

  private static void sendToBoth() throws Exception {
    var standing = new Standing(1);
    var sending =
        new Peer<>(
            () -> {
              standing.first.sendNow(1);
              standing.second.sendNow(2);
              return 0;
            });
    assertEquals(List.of(1, 2), List.of(standing.receive(), standing.receive()));
    sending.join();
  }

  @Test
  void aReceiverThatQueuesMeetsIt() {
    inAllInterleavings(StandingInterleavingsTest::receiveBeside);
  }

  private static void receiveBeside() throws Exception {
    var standing = new Standing(1);
    var receiving = new Peer<>(standing.first::receive);
    var selecting = new Peer<>(standing::receive);
    standing.first.send(1);
    standing.first.send(2);
    List<Integer> received = new ArrayList<>();
    received.add(receiving.join());
    received.add(selecting.join());
    received.sort(null);
    assertEquals(List.of(1, 2), received);
  }

  @Test
  void aCloseMeetsIt() {
    inAllInterleavings(StandingInterleavingsTest::closeBoth);
  }

  private static void closeBoth() throws Exception {
    var standing = new Standing(1);
    var closing =
        new Peer<>(
            () -> {
              standing.first.close();
              standing.second.close();
              return 0;
            });
    assertEquals(ChannelSelect.ALL_OVER, standing.select.await());
    closing.join();
  }
}
