package dev.millrace.examples.quotes;

import dev.millrace.annotation.Consumer;
import dev.millrace.annotation.Request;
import dev.millrace.annotation.Topology;
import dev.millrace.annotation.Workers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** Prices for anybody who asks, from two clerks; each reply goes to the caller that asked. */
@Topology
public interface Quotes {

  /** What something costs. */
  record Quote(String symbol, long cents) {}

  /** Somebody asked for what is not traded here. */
  final class UnknownSymbolException extends Exception {
    private static final long serialVersionUID = 1L;

    /** An exception for that symbol. */
    public UnknownSymbolException(String symbol) {
      super("nobody trades " + symbol);
    }
  }

  /** Asks, and waits for the reply. */
  @Request("quotes")
  Quote ask(String symbol) throws UnknownSymbolException, InterruptedException;

  /** Asks, and waits for the reply at most so long. */
  @Request("quotes")
  Quote ask(String symbol, Duration timeout)
      throws UnknownSymbolException, InterruptedException, TimeoutException;

  /** Answers one request; what it throws reaches the caller that asked, and nobody else. */
  @Workers(2)
  @Consumer("quotes")
  default Quote answer(String symbol) throws UnknownSymbolException, InterruptedException {
    if (symbol.equals("SLOW")) {
      Thread.sleep(Duration.ofHours(1)); // Until the topology is cancelled.
    }
    Long cents = PRICES.get(symbol);
    if (cents == null) {
      throw new UnknownSymbolException(symbol);
    }
    return new Quote(symbol, cents);
  }

  /** What things cost, in cents. */
  Map<String, Long> PRICES = Map.of("ACME", 1250L, "MILL", 9900L, "RACE", 310L);
}
