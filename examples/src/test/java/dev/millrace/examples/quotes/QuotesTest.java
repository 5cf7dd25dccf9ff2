package dev.millrace.examples.quotes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.ChannelClosedException;
import dev.millrace.examples.Waiting;
import dev.millrace.examples.quotes.Quotes.Quote;
import dev.millrace.examples.quotes.Quotes.UnknownSymbolException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each caller has its own reply, its own failure and its own time. */
@Timeout(60)
class QuotesTest {

  @Test
  void aFailureIsItsCallersOnly() throws Exception {
    try (var quotes = QuotesTopology.start()) {
      assertThrows(UnknownSymbolException.class, () -> quotes.ask("NONE"));
      assertEquals(new Quote("MILL", 9900), quotes.ask("MILL"));
    }
  }

  @Test
  void whoIsInterruptedGivesUpAndTheOthersGoOn() throws Exception {
    var quotes = QuotesTopology.start();
    var waiting = Waiting.in(() -> quotes.ask("SLOW"));
    assertThrows(InterruptedException.class, waiting.interrupt()::result);
    assertThrows(TimeoutException.class, () -> quotes.ask("SLOW", Duration.ofMillis(1)));
    quotes.cancel();
    quotes.close();
  }

  @Test
  void theEndEndsEveryWaitForAReply() throws Exception {
    var quotes = QuotesTopology.start();
    var waiting = Waiting.in(() -> quotes.ask("SLOW"));
    quotes.cancel();
    assertThrows(ChannelClosedException.class, waiting::result);
    assertThrows(ChannelClosedException.class, () -> quotes.ask("MILL"));
    quotes.close();
  }
}
