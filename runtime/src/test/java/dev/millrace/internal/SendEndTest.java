package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.ChannelClosedException;
import dev.millrace.Selector;
import dev.millrace.annotation.Nullable;
import dev.millrace.harness.ConcurrencyTest;
import dev.millrace.harness.ThreadKind;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A contribution that ends while somebody begins to wait on its behalf. */
class SendEndTest extends ConcurrencyTest {

  /** The channel stays open: others may contribute to it. */
  private static final class NoOwner implements SendEnd.Owner {
    @Override
    public void ended(@Nullable Throwable failure) {}

    @Override
    public void refused() {}
  }

  /** No value was offered, so none is to be counted as lost. */
  @Test
  void aSelectThatIsOverRefusesNothingThroughAnArmItsGuardTakesOut() {
    var refused = new AtomicInteger();
    var end =
        new SendEnd<>(
            GeneralChannel.<String>create("out", 1),
            new SendEnd.Owner() {
              @Override
              public void ended(@Nullable Throwable failure) {}

              @Override
              public void refused() {
                refused.incrementAndGet();
              }
            });
    var over = GeneralChannel.<String>create("in", 0);
    over.close();
    end.close();
    Selector<String> selector =
        Selector.<String>fair()
            .receive(over, word -> word)
            .send(end, () -> "word", () -> "sent")
            .when(() -> false)
            .build();
    assertThrows(ChannelClosedException.class, selector::select);
    assertEquals(0, refused.get());
  }

  @ParameterizedTest
  @EnumSource
  void nobodyIsLeftWaitingOnBehalfOfAnEndThatIsClosed(ThreadKind kind) throws Exception {
    for (int round = 0; round < 20; round++) {
      List<SendEnd<String>> ends =
          Stream.generate(() -> GeneralChannel.<String>create("open", 0))
              .map(channel -> new SendEnd<>(channel, new NoOwner()))
              .limit(1_000)
              .toList();
      var together = new CyclicBarrier(2);
      run(
          kind,
          () -> {
            together.await();
            ends.forEach(SendEnd::close);
          });
      run(
          kind,
          () -> {
            together.await();
            for (SendEnd<String> end : ends) {
              assertThrows(ChannelClosedException.class, () -> end.send("nobody takes it"));
            }
          });
      joinAll();
      ends.forEach(end -> assertTrue(end.channel().senders().looksEmpty()));
    }
  }
}
