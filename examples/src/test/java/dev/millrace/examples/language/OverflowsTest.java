package dev.millrace.examples.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.Overflow;
import dev.millrace.StartOptions;
import dev.millrace.annotation.Buffer;
import dev.millrace.annotation.Consumer;
import dev.millrace.annotation.Producer;
import dev.millrace.annotation.Topology;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Channels that drop what they have no room for: sending never waits, and losses are counted. */
@Timeout(60)
class OverflowsTest {

  @Topology
  @Buffer(channel = "oldest", size = 2, overflow = Overflow.DROP_OLDEST)
  @Buffer(channel = "newest", size = 2, overflow = Overflow.DROP_NEWEST)
  @Buffer(channel = "latest", size = 1, overflow = Overflow.LATEST)
  interface Lossy {

    @Producer("oldest")
    void putOldest(int value) throws InterruptedException;

    @Consumer("oldest")
    int nextOldest() throws InterruptedException;

    @Producer("newest")
    boolean offerNewest(int value);

    @Consumer("newest")
    int nextNewest() throws InterruptedException;

    @Producer("latest")
    void putLatest(int value) throws InterruptedException;

    @Consumer("latest")
    int nextLatest() throws InterruptedException;
  }

  @Test
  void eachPolicyKeepsWhatItSays() throws Exception {
    try (var lossy = OverflowsTest_LossyTopology.start()) {
      for (int value = 1; value <= 5; value++) {
        lossy.putOldest(value);
        assertTrue(lossy.offerNewest(value));
        lossy.putLatest(value);
      }
      assertEquals(Map.of("oldest", 3L, "newest", 3L, "latest", 4L), lossy.discarded());
      assertEquals(List.of(4, 5), List.of(lossy.nextOldest(), lossy.nextOldest()));
      assertEquals(List.of(1, 2), List.of(lossy.nextNewest(), lossy.nextNewest()));
      assertEquals(5, lossy.nextLatest());
    }
  }

  @Test
  void anotherSizeAtTheStartDropsLater() throws Exception {
    var options = StartOptions.defaults().buffer("oldest", 4);
    try (var lossy = OverflowsTest_LossyTopology.start(options)) {
      for (int value = 1; value <= 5; value++) {
        lossy.putOldest(value);
      }
      assertEquals(Map.of("oldest", 1L), lossy.discarded());
      for (int value = 2; value <= 5; value++) {
        assertEquals(value, lossy.nextOldest());
      }
    }
  }

  @Test
  void aSizeThatThePolicyCannotHaveFailsAtTheStart() {
    assertRefused(
        StartOptions.defaults().buffer("newest", 0),
        "The capacity of \"newest\" is 0. It drops what its buffer cannot hold: use 1 or more.");
    assertRefused(
        StartOptions.defaults().buffer("latest", 2),
        "The capacity of \"latest\" is 2. It keeps the latest value only: use 1.");
  }

  private static void assertRefused(StartOptions options, String message) {
    assertEquals(
        message,
        assertThrows(
                IllegalArgumentException.class, () -> OverflowsTest_LossyTopology.start(options))
            .getMessage());
  }

  @Topology(stages = Wall.class)
  @Buffer(channel = "echoes", size = 1, overflow = Overflow.DROP_NEWEST)
  interface Valley {

    @Producer("echoes")
    void call(int loudness) throws InterruptedException;
  }

  /** Sends two values for each to its own channel of one place: if sends waited, it would too. */
  static final class Wall {
    final CountDownLatch silence = new CountDownLatch(1);

    @Consumer("echoes")
    @Producer("echoes")
    Stream<Integer> echo(int loudness) {
      if (loudness == 0) {
        silence.countDown();
        return Stream.of();
      }
      return Stream.of(loudness - 1, loudness - 1);
    }
  }

  @Test
  void aStageThatFeedsItselfNeverWaitsForItself() throws Exception {
    var wall = new Wall();
    var options = StartOptions.defaults().gracePeriod(Duration.ZERO);
    try (var valley = OverflowsTest_ValleyTopology.start(options, wall)) {
      valley.call(3);
      wall.silence.await();
      assertEquals(Map.of("echoes", 3L), valley.discarded());
    }
  }
}
