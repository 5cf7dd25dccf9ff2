package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The end of a channel, which is told once among all selects that share a notice. */
class EndArmTest {

  private final GeneralChannel<Integer> channel = GeneralChannel.create("channel", 1);
  private final EndNotice notice = new EndNotice();

  private boolean attempt() {
    channel.lock();
    try {
      return new EndArm(new SelectWaiter(), 0, channel, notice).attempt();
    } finally {
      channel.unlockAndWake();
    }
  }

  /** Both have found it untold before they held the lock. */
  @Test
  void ofTwoSelectsThatTryItOneIsTold() {
    channel.close();
    assertTrue(attempt());
    assertFalse(attempt());
  }

  @Test
  void nobodyIsToldOfAnEndThatHasNotCome() {
    assertFalse(attempt());
    channel.close();
    assertTrue(attempt());
  }
}
