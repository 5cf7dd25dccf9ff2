package dev.millrace.examples.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.ChannelClosedException;
import dev.millrace.Receiver;
import dev.millrace.Sender;
import dev.millrace.StartOptions;
import dev.millrace.TopologyFailedException;
import dev.millrace.annotation.Buffer;
import dev.millrace.annotation.Close;
import dev.millrace.annotation.Consumer;
import dev.millrace.annotation.Producer;
import dev.millrace.annotation.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Stages that say of each parameter which channel it is an end of. */
@Timeout(60)
class ProcessesTest {

  @Topology
  @Buffer(channel = "evens", size = 4)
  interface Merge {

    @Producer("odds")
    default void odds(Sender<Integer> odds) throws InterruptedException {
      for (int odd = 1; odd < 2_000; odd += 2) {
        odds.send(odd);
      }
    }

    @Producer("evens")
    default void evens(Sender<Integer> evens) throws InterruptedException {
      for (int even = 0; even < 1_000; even += 2) {
        evens.send(even);
      }
    }

    default void merge(
        @Consumer("odds") Receiver<Integer> odds,
        @Consumer("evens") Receiver<Integer> evens,
        @Producer("sorted") Sender<? super Integer> sorted)
        throws InterruptedException {
      Integer odd = odds.receiveOrNull();
      Integer even = evens.receiveOrNull();
      while (odd != null || even != null) {
        if (odd != null && (even == null || odd < even)) {
          sorted.send(odd);
          odd = odds.receiveOrNull();
        } else if (even != null) {
          sorted.send(even);
          even = evens.receiveOrNull();
        }
      }
    }

    @Consumer("sorted")
    Optional<Integer> next() throws InterruptedException;
  }

  @Test
  void twoSortedChannelsBecomeOneThatClosesWhenBothHave() throws Exception {
    List<Integer> merged = new ArrayList<>();
    try (var merge = ProcessesTest_MergeTopology.start()) {
      for (var next = merge.next(); next.isPresent(); next = merge.next()) {
        merged.add(next.get());
      }
      merge.join();
    }
    assertEquals(1_500, merged.size());
    assertEquals(merged.stream().sorted().toList(), merged);
  }

  /** What a stage does is up to who starts the topology. */
  interface Splitter {
    void split(
        @Consumer("lines") Receiver<String> lines,
        @Producer("shorts") Sender<String> shorts,
        @Producer("longs") Sender<String> longs)
        throws InterruptedException;
  }

  @Topology(stages = Splitter.class)
  interface Lines {
    @Producer("lines")
    void put(String line) throws InterruptedException;

    @Close("lines")
    void finish();

    @Consumer("shorts")
    Optional<String> nextShort() throws InterruptedException;

    @Consumer("longs")
    Optional<String> nextLong() throws InterruptedException;
  }

  private static final Splitter BY_LENGTH =
      (lines, shorts, longs) -> {
        for (String line : lines) {
          (line.length() < 4 ? shorts : longs).send(line);
        }
      };

  @Test
  void oneChannelBecomesTwo() throws Exception {
    try (var lines = ProcessesTest_LinesTopology.start(BY_LENGTH)) {
      lines.put("one");
      assertEquals(Optional.of("one"), lines.nextShort());
      lines.put("three");
      assertEquals(Optional.of("three"), lines.nextLong());
      lines.finish();
      assertEquals(Optional.empty(), lines.nextShort());
      assertEquals(Optional.empty(), lines.nextLong());
    }
  }

  @Test
  void closingOneSenderEndsOnlyItsChannel() throws Exception {
    Splitter closing =
        (lines, shorts, longs) -> {
          shorts.close();
          for (String line : lines) {
            longs.send(line);
          }
        };
    try (var lines = ProcessesTest_LinesTopology.start(closing)) {
      assertEquals(Optional.empty(), lines.nextShort());
      lines.put("one");
      assertEquals(Optional.of("one"), lines.nextLong());
      lines.finish();
      assertEquals(Optional.empty(), lines.nextLong());
    }
  }

  @Test
  void aProcessThatReturnsGivesUpWhatItReceivedFrom() throws Exception {
    try (var lines = ProcessesTest_LinesTopology.start((in, shorts, longs) -> {})) {
      assertEquals(Optional.empty(), lines.nextShort());
      assertEquals(Optional.empty(), lines.nextLong());
      assertThrows(ChannelClosedException.class, () -> lines.put("late"));
    }
  }

  @Test
  void aProcessThatThrowsFailsBothItsChannels() throws Exception {
    var boom = new IllegalStateException("boom");
    var lines =
        ProcessesTest_LinesTopology.start(
            (in, shorts, longs) -> {
              throw boom;
            });
    var failed = assertThrows(TopologyFailedException.class, lines::join);
    assertEquals(boom, failed.getCause());
    assertEquals("Lines.split", stageOf(failed));
    assertEquals(boom, assertThrows(ChannelClosedException.class, lines::nextShort).getCause());
    assertEquals(boom, assertThrows(ChannelClosedException.class, lines::nextLong).getCause());
    assertThrows(TopologyFailedException.class, lines::close);
  }

  private static String stageOf(TopologyFailedException failed) {
    String name = failed.stage();
    return name.substring(name.indexOf("Lines"));
  }

  @Test
  void aProcessIsInterruptedWhenTheTopologyIsCancelled() throws Exception {
    var started = new CountDownLatch(1);
    var interrupted = new CountDownLatch(1);
    var lines =
        ProcessesTest_LinesTopology.start(
            (in, shorts, longs) -> {
              started.countDown();
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
              }
            });
    started.await();
    lines.cancel();
    interrupted.await();
    lines.join();
    lines.close();
  }

  @Test
  void aProcessIsCalledOnceWhateverTheOptionsSay() {
    var refused =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                ProcessesTest_LinesTopology.start(
                    StartOptions.defaults().workers("split", 2), BY_LENGTH));
    assertTrue(refused.toString().contains("called once"), refused::toString);
  }

  @Topology
  interface Beat {

    /** Sends only, so it is a source, which {@code stop()} ends. */
    default void beat(@Producer("ticks") Sender<Long> ticks, @Producer("tocks") Sender<Long> tocks)
        throws InterruptedException {
      for (long beat = 0; ; beat++) {
        ticks.send(beat);
        tocks.send(beat);
      }
    }

    @Consumer("ticks")
    long tick() throws InterruptedException;

    @Consumer("tocks")
    long tock() throws InterruptedException;
  }

  @Test
  void aProcessWithoutReceiversIsASource() throws Exception {
    var beat = ProcessesTest_BeatTopology.start();
    assertEquals(0, beat.tick());
    assertEquals(0, beat.tock());
    assertEquals(1, beat.tick());
    beat.close();
    assertThrows(ChannelClosedException.class, beat::tock);
  }
}
