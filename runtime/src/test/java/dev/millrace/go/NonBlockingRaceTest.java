package dev.millrace.go;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.millrace.Channel;
import dev.millrace.Received;
import dev.millrace.Selector;
import dev.millrace.harness.Campaign;
import dev.millrace.harness.SelectorKind;
import dev.millrace.harness.SelectorTest;
import dev.millrace.harness.ThreadKind;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What does not wait sees all channels at one instant, as {@code TestNonblockRecvRace}, {@code
 * TestNonblockSelectRace} and {@code TestNonblockSelectRace2} of Go's {@code runtime/chan_test.go}
 * describe it: at every instant one of two channels is ready, so the default is never right.
 */
class NonBlockingRaceTest extends SelectorTest {

  private static final int FEW = 30_000;
  private static final int MANY = Campaign.share(3_000_000);
  private static final int TOGETHER = 500;
  private static final int CLOSES = 3_000;

  NonBlockingRaceTest(SelectorKind selectors) {
    super(selectors);
  }

  @Test
  void aReceiveRacingWithCloseFindsTheBufferedValue() throws Exception {
    for (int i = 0; i < CLOSES; i++) {
      Channel<Integer> channel = Channel.buffered(1);
      channel.send(1);
      var receiver = call(ThreadKind.VIRTUAL, channel::tryReceive);
      channel.close();
      assertInstanceOf(Received.Value.class, receiver.join());
      joinAll();
    }
  }

  @Test
  void theSecondBecomesReadyBeforeTheFirstCeases() throws Exception {
    raceWithReadyValue(FEW);
  }

  @Test
  @Tag("campaign")
  void theSecondBecomesReadyBeforeTheFirstCeasesInVolume() throws Exception {
    raceWithReadyValue(MANY);
  }

  @Test
  void theSecondEndsBeforeTheFirstCeases() throws Exception {
    raceWithEnd(FEW);
  }

  @Test
  @Tag("campaign")
  void theSecondEndsBeforeTheFirstCeasesInVolume() throws Exception {
    raceWithEnd(MANY);
  }

  private void raceWithReadyValue(int rounds) throws Exception {
    race(rounds, second -> second.sendNow(1));
  }

  private void raceWithEnd(int rounds) throws Exception {
    race(rounds, Channel::close);
  }

  /** One pair of channels with a select over it, made before the race. */
  private final class Pair {
    final Channel<Integer> first = Channel.buffered(1);
    final Channel<Integer> second = Channel.buffered(1);
    // The second first: who looks at one after the other would miss both in this order only.
    final Selector<String> select =
        selectors
            .<String>fair()
            .receive(second, value -> "ready")
            .closed(second, () -> "ready")
            .receive(first, value -> "ready")
            .otherwise(() -> "default")
            .build();
  }

  /**
   * Two threads walk side by side along many pairs, one changing them, one selecting. They start
   * together again and again, for one alone would soon be far ahead.
   */
  private void race(int rounds, Consumer<Channel<Integer>> makeReady) throws Exception {
    for (int done = 0; done < rounds; done += TOGETHER) {
      List<Pair> pairs = Stream.generate(Pair::new).limit(TOGETHER).toList();
      for (Pair pair : pairs) {
        pair.first.send(1);
      }
      var together = new CyclicBarrier(2);
      run(
          ThreadKind.PLATFORM,
          () -> {
            together.await();
            for (Pair pair : pairs) {
              makeReady.accept(pair.second);
              pair.first.tryReceive();
            }
          });
      together.await();
      for (Pair pair : pairs) {
        assertEquals("ready", pair.select.select());
      }
      joinAll();
    }
  }
}
