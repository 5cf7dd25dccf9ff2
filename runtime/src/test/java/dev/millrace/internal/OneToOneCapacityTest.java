package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A ring has more slots than places where its capacity is no power of two: they are not used. */
class OneToOneCapacityTest {

  @Test
  void itHoldsWhatItSaysAndNotOneMore() {
    for (int capacity = 1; capacity <= 40; capacity++) {
      var channel = new OneToOneRing<Integer>("ring", capacity);
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

  private static int fill(OneToOneRing<Integer> channel) {
    int sent = 0;
    while (channel.trySend(sent)) {
      sent++;
    }
    return sent;
  }

  /** As others see it when an end has begun its step, and has not said so. */
  @Test
  void sizeKeepsItsBoundsInTheMiddleOfAStep() {
    var channel = new OneToOneRing<Integer>("ring", 8);
    fill(channel);
    channel.empty(0);
    assertTrue(channel.trySend(8));
    assertEquals(8, channel.size());
    var other = new OneToOneRing<Integer>("ring", 8);
    other.fill(0, 1);
    assertEquals(1, other.receiveNow());
    assertEquals(0, other.size());
  }

  /** Announced by the test: a sender looks by itself now and then, and may announce again. */
  @Test
  void aReceiveThatMakesTheRoomASenderWaitsForWakesIt() {
    for (int wanted = 1; wanted <= 8; wanted++) {
      var channel = new OneToOneRing<Integer>("ring", 8);
      fill(channel);
      channel.sender.announced = true;
      channel.sender.wakeAt = wanted;
      for (int taken = 1; taken < wanted; taken++) {
        channel.receiveNow();
      }
      assertTrue(channel.sender.hasAnnounced(), "there is no room for it yet");
      channel.receiveNow();
      assertFalse(channel.sender.hasAnnounced(), "the receive took note of it");
    }
  }
}
