package dev.millrace.go;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.Channel;
import dev.millrace.Selector;
import dev.millrace.harness.Arms;
import dev.millrace.harness.Campaign;
import dev.millrace.harness.SelectorKind;
import dev.millrace.harness.SelectorTest;
import dev.millrace.harness.TestThread;
import dev.millrace.harness.ThreadKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Two arms of one select never both happen, as Go's {@code test/chan/doubleselect.go} describes it:
 * a select sends each number to one of four channels, and a number that arrives twice was sent
 * twice.
 */
class DoubleSelectTest extends SelectorTest {

  DoubleSelectTest(SelectorKind selectors) {
    super(selectors);
  }

  @ParameterizedTest
  @EnumSource
  void everyNumberArrivesOnce(ThreadKind kind) throws Exception {
    sendThroughFour(kind, 5_000);
  }

  @Tag("campaign")
  @ParameterizedTest
  @EnumSource
  void everyNumberArrivesOnceInVolume(ThreadKind kind) throws Exception {
    sendThroughFour(kind, Campaign.share(1_000_000));
  }

  private void sendThroughFour(ThreadKind kind, int count) throws Exception {
    List<Channel<Integer>> four =
        List.of(
            Channel.rendezvous(), Channel.rendezvous(), Channel.rendezvous(), Channel.rendezvous());
    Channel<Integer> together = Channel.rendezvous();
    run(
        kind,
        () -> {
          int[] next = {0};
          Arms<Integer> builder = selectors.fair();
          four.forEach(channel -> builder.send(channel, () -> next[0], () -> next[0]));
          Selector<Integer> select = builder.build();
          for (; next[0] < count; next[0]++) {
            select.select();
          }
          four.forEach(Channel::close);
        });
    List<TestThread<Boolean>> forwarders = new ArrayList<>();
    for (Channel<Integer> one : four) {
      forwarders.add(
          run(
              kind,
              () -> {
                for (int value : one) {
                  together.send(value);
                }
              }));
    }
    run(
        kind,
        () -> {
          for (var forwarder : forwarders) {
            forwarder.join();
          }
          together.close();
        });
    assertEquals(IntStream.range(0, count).boxed().toList(), together.stream().sorted().toList());
  }
}
