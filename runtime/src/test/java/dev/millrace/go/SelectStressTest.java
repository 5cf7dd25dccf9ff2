package dev.millrace.go;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.Channel;
import dev.millrace.Selector;
import dev.millrace.harness.Arms;
import dev.millrace.harness.Campaign;
import dev.millrace.harness.SelectorKind;
import dev.millrace.harness.SelectorTest;
import dev.millrace.harness.ThreadKind;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Four channels, a sender and a receiver on each, and one select on each side of all four, as
 * {@code TestSelectStress} of Go's {@code runtime/chan_test.go} describes it. Guards play the part
 * of Go's nil channels.
 */
class SelectStressTest extends SelectorTest {

  private final List<Channel<Integer>> channels =
      List.of(Channel.rendezvous(), Channel.rendezvous(), Channel.buffered(2), Channel.buffered(3));

  SelectStressTest(SelectorKind selectors) {
    super(selectors);
  }

  @ParameterizedTest
  @EnumSource
  void nothingHangs(ThreadKind kind) throws Exception {
    stress(kind, 2_000);
  }

  @Tag("campaign")
  @ParameterizedTest
  @EnumSource
  void nothingHangsInVolume(ThreadKind kind) throws Exception {
    stress(kind, Campaign.share(100_000));
  }

  private void stress(ThreadKind kind, int each) throws Exception {
    for (Channel<Integer> channel : channels) {
      run(
          kind,
          () -> {
            for (int i = 0; i < each; i++) {
              channel.send(0);
            }
          });
      run(
          kind,
          () -> {
            for (int i = 0; i < each; i++) {
              channel.receive();
            }
          });
    }
    run(
        kind,
        () -> {
          int[] left = {each, each, each, each};
          Arms<Integer> builder = selectors.fair();
          for (int arm : new int[] {3, 2, 0, 1}) {
            builder.send(channels.get(arm), () -> 0, () -> left[arm]--).when(() -> left[arm] > 0);
          }
          selectAll(builder.build(), 4 * each);
        });
    run(
        kind,
        () -> {
          int[] left = {each, each, each, each};
          Arms<Integer> builder = selectors.fair();
          for (int arm = 0; arm < 4; arm++) {
            int own = arm;
            builder.receive(channels.get(arm), value -> left[own]--).when(() -> left[own] > 0);
          }
          selectAll(builder.build(), 4 * each);
        });
    joinAll();
    for (Channel<Integer> channel : channels) {
      assertEquals(0, channel.size());
    }
  }

  private static void selectAll(Selector<Integer> select, int times) throws InterruptedException {
    for (int i = 0; i < times; i++) {
      select.select();
    }
  }
}
