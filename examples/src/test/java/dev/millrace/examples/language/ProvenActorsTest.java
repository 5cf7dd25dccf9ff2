package dev.millrace.examples.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.StartOptions;
import dev.millrace.annotation.Buffer;
import dev.millrace.annotation.Case;
import dev.millrace.annotation.Producer;
import dev.millrace.annotation.Select;
import dev.millrace.annotation.Topology;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Actors of whose channels the compiler knows both ends, and that so receive from rings. */
@Timeout(120)
class ProvenActorsTest {

  private static final int SACKS = 20_000;
  private static final int STOPS = 500;

  @Topology(stages = {Harvest.Fields.class, Harvest.Barn.class})
  @Buffer(channel = "wheat", size = 4)
  @Buffer(channel = "rye", size = 1)
  interface Harvest {

    sealed interface Event {
      @Case("wheat")
      record Wheat(int sack) implements Event {}

      @Case("rye")
      record Rye(int sack) implements Event {}

      @Case(value = "wheat", closed = true)
      record NoMoreWheat() implements Event {}

      @Case(value = "rye", closed = true)
      record NoMoreRye() implements Event {}
    }

    final class Fields {
      private final int sacks;

      Fields(int sacks) {
        this.sacks = sacks;
      }

      @Producer("wheat")
      Iterable<Integer> wheat() {
        return IntStream.range(0, sacks)::iterator;
      }

      @Producer("rye")
      Iterable<Integer> rye() {
        return IntStream.range(0, sacks)::iterator;
      }
    }

    final class Barn {
      private static final int ENDED = -1;

      private final CountDownLatch begun = new CountDownLatch(1);
      private int wheat;
      private int rye;
      private int wheatAtTheEnd = ENDED;
      private int ryeAtTheEnd = ENDED;

      @Select
      void on(Event event) {
        switch (event) {
          case Event.Wheat(int sack) -> {
            requireOpen(wheatAtTheEnd);
            assertEquals(wheat++, sack);
          }
          case Event.Rye(int sack) -> {
            requireOpen(ryeAtTheEnd);
            assertEquals(rye++, sack);
          }
          case Event.NoMoreWheat() -> {
            requireOpen(wheatAtTheEnd);
            wheatAtTheEnd = wheat;
          }
          case Event.NoMoreRye() -> {
            requireOpen(ryeAtTheEnd);
            ryeAtTheEnd = rye;
          }
        }
        begun.countDown();
      }

      private static void requireOpen(int countAtTheEnd) {
        assertEquals(ENDED, countAtTheEnd, "its end was told before");
      }

      private void requireEnds() {
        assertTrue(wheatAtTheEnd != ENDED && ryeAtTheEnd != ENDED, "both ends were told");
      }
    }
  }

  @Test
  void everythingComesInOrderAndThenTheEnds() throws Exception {
    var barn = new Harvest.Barn();
    try (var harvest = ProvenActorsTest_HarvestTopology.start(new Harvest.Fields(SACKS), barn)) {
      harvest.join();
    }
    assertEquals(SACKS, barn.wheatAtTheEnd);
    assertEquals(SACKS, barn.ryeAtTheEnd);
  }

  /** The same over general channels, since a buffer of one of them is unlike what was written. */
  @Test
  void everythingComesWhereTheOptionsForbidRings() throws Exception {
    var barn = new Harvest.Barn();
    StartOptions options = StartOptions.defaults().buffer("rye", 0);
    try (var harvest =
        ProvenActorsTest_HarvestTopology.start(options, new Harvest.Fields(SACKS), barn)) {
      harvest.join();
    }
    assertEquals(SACKS, barn.wheatAtTheEnd);
    assertEquals(SACKS, barn.ryeAtTheEnd);
  }

  /** Sources that are about to send while somebody else closes their channels. */
  @Test
  void aStopEndsEachChannelOnceWhereverItsSourceIs() throws Exception {
    for (int i = 0; i < STOPS; i++) {
      var barn = new Harvest.Barn();
      try (var harvest =
          ProvenActorsTest_HarvestTopology.start(new Harvest.Fields(Integer.MAX_VALUE), barn)) {
        barn.begun.await();
        harvest.stop();
        harvest.join();
      }
      barn.requireEnds();
    }
  }
}
