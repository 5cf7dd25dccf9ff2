package dev.millrace.go;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.millrace.Channel;
import dev.millrace.Received;
import dev.millrace.Selector;
import dev.millrace.harness.ConcurrencyTest;
import dev.millrace.harness.ThreadKind;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What does not wait sees all channels at one instant, as {@code TestNonblockRecvRace}, {@code
 * TestNonblockSelectRace} and {@code TestNonblockSelectRace2} of Go's {@code runtime/chan_test.go}
 * describe it: at every instant one of two channels is ready, so the default is never right.
 */
class NonBlockingRaceTest extends ConcurrencyTest {

  private static final int FEW = 3_000;
  private static final int MANY = 300_000;

  @Test
  void aReceiveRacingWithCloseFindsTheBufferedValue() throws Exception {
    for (int i = 0; i < FEW; i++) {
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

  private void race(int rounds, Consumer<Channel<Integer>> makeReady) throws Exception {
    // The two threads meet at a rendezvous in each round: starting one each time is a poor race.
    record Pair(Channel<Integer> first, Channel<Integer> second) {}
    Channel<Pair> pairs = Channel.rendezvous();
    Channel<String> outcomes = Channel.buffered(1);
    run(
        ThreadKind.PLATFORM,
        () -> {
          for (Pair pair : pairs) {
            Selector<String> select =
                Selector.<String>fair()
                    .receive(pair.first, value -> "ready")
                    .receive(pair.second, value -> "ready")
                    .closed(pair.second, () -> "ready")
                    .otherwise(() -> "default")
                    .build();
            outcomes.send(select.select());
          }
        });
    try {
      for (int i = 0; i < rounds; i++) {
        var pair = new Pair(Channel.buffered(1), Channel.buffered(1));
        pair.first.send(1);
        pairs.send(pair);
        makeReady.accept(pair.second);
        pair.first.tryReceive();
        assertEquals("ready", outcomes.receive());
      }
    } finally {
      pairs.close();
    }
  }
}
