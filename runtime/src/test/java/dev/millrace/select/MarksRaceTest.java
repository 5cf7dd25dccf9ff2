package dev.millrace.select;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.Channel;
import dev.millrace.PersistentSelector;
import dev.millrace.Received;
import dev.millrace.Selector;
import dev.millrace.harness.Campaign;
import dev.millrace.harness.ConcurrencyTest;
import dev.millrace.harness.Polling;
import dev.millrace.harness.ThreadKind;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Marks that come and go in volume, while the one who selects knows what must be ready: it has read
 * that a send or a receive is over.
 */
class MarksRaceTest extends ConcurrencyTest {

  private static final int FEW = 200_000;
  private static final int MANY = Campaign.share(20_000_000);
  private static final int NOTHING = -1;

  @Test
  void whatWasSentIsFound() throws Exception {
    receiveAll(FEW);
  }

  @Test
  @Tag("campaign")
  void whatWasSentIsFoundInVolume() throws Exception {
    receiveAll(MANY);
  }

  private void receiveAll(int count) throws Exception {
    Channel<Integer> a = Channel.buffered(2);
    Channel<Integer> b = Channel.buffered(2);
    PersistentSelector<Integer> selector =
        Selector.<Integer>fair()
            .receive(a, value -> 0)
            .receive(b, value -> 1)
            .otherwise(() -> NOTHING)
            .persistent();
    var sent = new AtomicIntegerArray(2);
    run(ThreadKind.PLATFORM, () -> sendAll(a, count, sent, 0));
    run(ThreadKind.PLATFORM, () -> sendAll(b, count, sent, 1));
    int[] received = new int[2];
    var polling = new Polling();
    while (received[0] + received[1] < 2 * count) {
      boolean mustFind = sent.get(0) > received[0] || sent.get(1) > received[1];
      int channel = selector.select();
      if (channel != NOTHING) {
        received[channel]++;
      } else {
        assertTrue(!mustFind, "a value was there, and its mark was lost");
        polling.pause();
      }
    }
  }

  private static void sendAll(Channel<Integer> channel, int count, AtomicIntegerArray sent, int at)
      throws InterruptedException {
    for (int i = 1; i <= count; i++) {
      channel.send(i);
      sent.set(at, i);
    }
  }

  @Test
  void roomThatWasMadeIsFound() throws Exception {
    sendAll(FEW);
  }

  @Test
  @Tag("campaign")
  void roomThatWasMadeIsFoundInVolume() throws Exception {
    sendAll(MANY);
  }

  private void sendAll(int count) throws Exception {
    int capacity = 2;
    Channel<Integer> channel = Channel.buffered(capacity);
    PersistentSelector<Integer> selector =
        Selector.<Integer>fair()
            .send(channel, () -> 1, () -> 1)
            .otherwise(() -> NOTHING)
            .persistent();
    var received = new AtomicIntegerArray(1);
    run(
        ThreadKind.PLATFORM,
        () -> {
          for (int i = 1; i <= count; i++) {
            channel.receive();
            received.set(0, i);
          }
        });
    var polling = new Polling();
    for (int sent = 0; sent < count; ) {
      boolean mustFind = sent - received.get(0) < capacity;
      if (selector.select() != NOTHING) {
        sent++;
      } else {
        assertTrue(!mustFind, "there was room, and its mark was lost");
        polling.pause();
      }
    }
  }

  @Test
  void whatCameFirstToAnEarlierArmIsChosen() throws Exception {
    choosePriority(FEW / 10);
  }

  @Test
  @Tag("campaign")
  void whatCameFirstToAnEarlierArmIsChosenInVolume() throws Exception {
    choosePriority(MANY / 10);
  }

  /**
   * Each number goes to the earlier arm and then to the later one. Whoever gets it from the later
   * one must have had it from the earlier one. A third thread takes values from the later one too,
   * so that its mark is often old; it keeps the lock from the others most of the time, so there are
   * fewer numbers than in the other tests.
   */
  private void choosePriority(int count) throws Exception {
    Channel<Integer> earlier = Channel.buffered(4);
    Channel<Integer> later = Channel.buffered(1);
    var done = new AtomicBoolean();
    run(
        ThreadKind.PLATFORM,
        () -> {
          for (int i = 1; i <= count; i++) {
            earlier.send(i);
            later.send(i);
          }
          earlier.close();
          done.set(true);
        });
    run(
        ThreadKind.PLATFORM,
        () -> {
          var polling = new Polling();
          while (!done.get()) {
            later.tryReceive();
            polling.pause();
          }
        });
    PersistentSelector<Integer> selector =
        Selector.<Integer>prioritised()
            .receive(earlier, value -> value)
            .closed(earlier, () -> 0)
            .receive(later, value -> -value)
            .persistent();
    int last = 0;
    for (int got = selector.select(); got != 0; got = selector.select()) {
      if (got > 0) {
        assertEquals(last + 1, got, "in order");
        last = got;
      } else {
        assertTrue(-got <= last, "an earlier arm was ready");
      }
    }
    assertEquals(count, last);
  }

  @Test
  void aSelectThatParksIsNeverForgotten() throws Exception {
    parkAndReceive(FEW / 4);
  }

  @Test
  @Tag("campaign")
  void aSelectThatParksIsNeverForgottenInVolume() throws Exception {
    parkAndReceive(MANY / 10);
  }

  /** Senders that often meet a select which is about to park, or just woke up. */
  private void parkAndReceive(int count) throws Exception {
    Channel<Integer> a = Channel.rendezvous();
    Channel<Integer> b = Channel.buffered(1);
    Channel<Integer> quiet = Channel.rendezvous();
    PersistentSelector<Integer> selector =
        Selector.<Integer>fair()
            .receive(a, value -> value)
            .receive(b, value -> value)
            .receive(quiet, value -> NOTHING)
            .persistent();
    for (Channel<Integer> channel : List.of(a, b)) {
      run(
          ThreadKind.VIRTUAL,
          () -> {
            for (int i = 1; i <= count; i++) {
              channel.send(i);
            }
          });
    }
    var sum =
        call(
            ThreadKind.VIRTUAL,
            () -> {
              long total = 0;
              for (int i = 0; i < 2 * count; i++) {
                total += selector.select();
                if (quiet.tryReceive() instanceof Received.Value<Integer>) {
                  throw new AssertionError("nobody sends there");
                }
              }
              return total;
            });
    assertEquals((long) count * (count + 1), sum.join());
  }
}
