package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.Ticker;
import dev.millrace.harness.ConcurrencyTest;
import dev.millrace.harness.ThreadKind;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Several arms of one lock that nobody marks, in a select that stays registered and chooses the
 * first that is ready: an arm that is not must not hold up those behind it.
 */
class SilentArmsTest extends ConcurrencyTest {

  enum Form {
    POLL,
    AWAIT
  }

  private final Broadcast<Integer> prices = Broadcast.create("prices", 2);
  private final Subscription<Integer> fast = prices.subscribe();
  private final Subscription<Integer> slow = prices.subscribe();
  private final SelectBuilder arms = new SelectBuilder(false).persistent();

  private void assertHappens(int arm, Form form) throws Exception {
    ChannelSelect select = arms.build();
    var selecting =
        this.<Integer>call(
            ThreadKind.PLATFORM, () -> form == Form.POLL ? select.poll() : select.await());
    assertEquals(arm, selecting.join());
    select.deregister();
  }

  @ParameterizedTest
  @EnumSource
  void aValueBehindTheEnd(Form form) throws Exception {
    arms.addEnd(fast, new EndNotice());
    arms.addReceive(fast);
    prices.send(1);
    assertHappens(1, form);
  }

  @ParameterizedTest
  @EnumSource
  void theEndBehindTheValues(Form form) throws Exception {
    arms.addReceive(fast);
    arms.addEnd(fast, new EndNotice());
    prices.close();
    assertHappens(1, form);
  }

  @ParameterizedTest
  @EnumSource
  void oneSubscriberBehindAnother(Form form) throws Exception {
    arms.addReceive(fast);
    arms.addReceive(slow);
    prices.send(1);
    assertEquals(1, fast.receive());
    assertHappens(1, form);
  }

  @ParameterizedTest
  @EnumSource
  void aTickBehindTheEndThatTickersNeverHave(Form form) throws Exception {
    Ticker ticker = Ticker.every(Duration.ofNanos(1));
    arms.addEnd(ticker, new EndNotice());
    arms.addReceive(ticker);
    assertHappens(1, form);
  }
}
