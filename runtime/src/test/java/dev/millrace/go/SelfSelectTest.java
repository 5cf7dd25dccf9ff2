package dev.millrace.go;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.millrace.Channel;
import dev.millrace.Selector;
import dev.millrace.harness.SelectorKind;
import dev.millrace.harness.SelectorTest;
import dev.millrace.harness.ThreadKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two selects on both sides of one channel neither hang nor meet themselves, as {@code
 * TestSelfSelect} of Go's {@code runtime/chan_test.go} describes it.
 */
class SelfSelectTest extends SelectorTest {

  private static final int SELECTS = 5_000;

  SelfSelectTest(SelectorKind selectors) {
    super(selectors);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 10})
  void neitherHangsNorReceivesItsOwn(int capacity) throws Exception {
    Channel<Integer> channel = Channel.buffered(capacity);
    for (int peer = 0; peer < 2; peer++) {
      Integer own = peer;
      run(
          ThreadKind.PLATFORM,
          () -> {
            Selector<Boolean> sendFirst =
                selectors
                    .<Boolean>fair()
                    .send(channel, () -> own, () -> false)
                    .receive(channel, own::equals)
                    .build();
            Selector<Boolean> receiveFirst =
                selectors
                    .<Boolean>fair()
                    .receive(channel, own::equals)
                    .send(channel, () -> own, () -> false)
                    .build();
            for (int i = 0; i < SELECTS; i++) {
              boolean ownValue = (own == 0 || i % 2 == 0 ? sendFirst : receiveFirst).select();
              assertFalse(capacity == 0 && ownValue, "received its own value");
            }
          });
    }
  }
}
