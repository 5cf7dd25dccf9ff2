package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.millrace.harness.ConcurrencyTest;
import dev.millrace.harness.Polling;
import dev.millrace.harness.ThreadKind;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * A select that announces its wait and then reads its marks, and a thread that marks it and then
 * reads the announcement: one of them must see the other. Hardware may keep a store back for some
 * nanoseconds while it goes on to the loads behind it, so the two have to meet very closely.
 */
class AnnouncementRaceTest extends ConcurrencyTest {

  private static final int MEETINGS = 200_000;

  private final AtomicInteger selecting = new AtomicInteger();
  private final AtomicInteger marking = new AtomicInteger();

  private static final class Meeting {
    final SelectWaiter waiter = new SelectWaiter();
    final ReadySet marks = new ReadySet(1);

    void announce() {
      waiter.announce();
      if (marks.first() == ReadySet.NONE) {
        waiter.confirm();
      } else {
        waiter.retract();
      }
    }

    void markAndRouse() {
      marks.mark(0);
      waiter.rouse();
    }
  }

  @Test
  void nobodyWaitsWhoIsMarked() throws Exception {
    Meeting[] meetings = new Meeting[MEETINGS];
    for (int i = 0; i < MEETINGS; i++) {
      meetings[i] = new Meeting();
    }
    var marks =
        run(
            ThreadKind.PLATFORM,
            () -> {
              for (int i = 0; i < MEETINGS; i++) {
                // What each is going to read is at hand, and what it is going to write is not.
                assertFalse(meetings[i].waiter.refute());
                meet(marking, selecting);
                meetings[i].markAndRouse();
              }
            });
    for (int i = 0; i < MEETINGS; i++) {
      assertEquals(ReadySet.NONE, meetings[i].marks.first());
      meet(selecting, marking);
      meetings[i].announce();
    }
    marks.join();
    for (Meeting meeting : meetings) {
      assertFalse(meeting.waiter.isWaiting(), "it is marked, and waits");
    }
  }

  private static void meet(AtomicInteger own, AtomicInteger other) throws InterruptedException {
    int meeting = own.incrementAndGet();
    Polling.until("both are here", () -> other.get() >= meeting);
  }
}
