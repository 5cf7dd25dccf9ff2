package demo;

import dev.millrace.annotation.Consumer;
import dev.millrace.annotation.Request;
import dev.millrace.annotation.Topology;
import dev.millrace.annotation.Workers;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

@Topology
public interface Quotes {

  record Quote(String symbol, long cents) {}

  @Request("quotes")
  Quote ask(String symbol) throws InterruptedException;

  @Request("quotes")
  Quote ask(String symbol, Duration timeout) throws InterruptedException, TimeoutException;

  @Workers(2)
  @Consumer("quotes")
  default Quote answer(String symbol) {
    return new Quote(symbol, 100L * symbol.length());
  }
}
