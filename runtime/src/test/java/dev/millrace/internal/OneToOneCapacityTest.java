package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.harness.ConcurrencyTest;
import dev.millrace.harness.ThreadKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A ring has more slots than places where its capacity is no power of two: they are not used. */
class OneToOneCapacityTest extends ConcurrencyTest {

  @Test
  void itHoldsWhatItSaysAndNotOneMore() {
    for (int capacity = 1; capacity <= 40; capacity++) {
      var channel = new OneToOneChannel<Integer>("ring", capacity);
      assertEquals(capacity, fill(channel));
      for (int taken = 1; taken <= capacity; taken++) {
        for (int i = 0; i < taken; i++) {
          channel.receiveNow();
        }
        assertEquals(taken, fill(channel), "of " + capacity);
        assertTrue(channel.isFull());
      }
    }
  }

  private static int fill(OneToOneChannel<Integer> channel) {
    int sent = 0;
    while (channel.trySend(sent)) {
      sent++;
    }
    return sent;
  }

  /** As others see it when an end has begun its step, and has not said so. */
  @Test
  void sizeKeepsItsBoundsInTheMiddleOfAStep() {
    var channel = new OneToOneChannel<Integer>("ring", 8);
    fill(channel);
    channel.empty(0);
    assertTrue(channel.trySend(8));
    assertEquals(8, channel.size());
    var other = new OneToOneChannel<Integer>("ring", 8);
    other.fill(0, 1);
    assertEquals(1, other.receiveNow());
    assertEquals(0, other.size());
  }

  @ParameterizedTest
  @EnumSource
  void aReceiveThatMakesTheRoomASenderWaitsForWakesIt(ThreadKind kind) throws Exception {
    var channel = new OneToOneChannel<Integer>("ring", 8);
    fill(channel);
    var sender = run(kind, () -> channel.send(8)).awaitParked();
    // From then on it waits for one place, and looks by itself more and more seldom.
    while (channel.sender.wakeAt != 1) {
      Thread.onSpinWait();
    }
    channel.receive();
    assertFalse(channel.sender.hasAnnounced(), "the receive took note of it");
    assertTrue(sender.join());
  }
}
