package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.millrace.annotation.Nullable;
import org.jetbrains.lincheck.Lincheck;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The steps by which two threads meet, or do not: so few that all orders of them are tried. */
@Tag("lincheck")
class MeetingPointInterleavingsTest {

  private static final int ENOUGH = 200;

  private MeetingPoint point = new MeetingPoint();
  private boolean done;
  private @Nullable Object taken;

  @Test
  void aSenderThatGivesUpKeepsItsValueOrItIsTaken() {
    Lincheck.runConcurrentTest(
        ENOUGH,
        () -> {
          renew();
          point.enter(1);
          Thread receiver = start(() -> taken = point.takeOffered());
          boolean left = point.leave(1);
          join(receiver);
          assertEquals(left, taken == null, "the value is with exactly one of the two");
          assertNull(point.present);
        });
  }

  @Test
  void aReceiverThatGivesUpHasNoValueOrItWasGivenOne() {
    Lincheck.runConcurrentTest(
        ENOUGH,
        () -> {
          renew();
          point.enter(MeetingPoint.RECEIVER);
          Thread sender = start(() -> done = point.give(1));
          boolean left = point.leave(MeetingPoint.RECEIVER);
          if (!left) {
            taken = point.takeGiven();
          }
          join(sender);
          assertEquals(left, !done);
          assertEquals(left ? null : 1, taken);
          assertNull(point.given);
        });
  }

  @Test
  void whoSeesThatItWasMetHasTheValue() {
    Lincheck.runConcurrentTest(
        ENOUGH,
        () -> {
          renew();
          point.enter(MeetingPoint.RECEIVER);
          Thread sender = start(() -> point.give(1));
          if (!point.holds(MeetingPoint.RECEIVER)) {
            assertNotNull(point.given);
          }
          join(sender);
        });
  }

  @Test
  void ofTwoWhoComeAtTheSameTimeOneWaitsAndTheOtherMeetsIt() {
    Lincheck.runConcurrentTest(
        ENOUGH,
        () -> {
          renew();
          Thread sender = start(() -> done = point.enter(1) || point.give(1));
          boolean waits = point.enter(MeetingPoint.RECEIVER);
          if (!waits) {
            taken = point.takeOffered();
          }
          join(sender);
          assertEquals(true, done);
          assertEquals(waits ? null : 1, taken);
          assertEquals(waits ? 1 : null, point.given);
          assertNull(point.present);
        });
  }

  private void renew() {
    point = new MeetingPoint();
    done = false;
    taken = null;
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
