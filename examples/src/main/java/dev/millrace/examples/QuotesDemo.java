package dev.millrace.examples;

import dev.millrace.examples.quotes.Quotes.Quote;
import dev.millrace.examples.quotes.Quotes.UnknownSymbolException;
import dev.millrace.examples.quotes.QuotesTopology;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;

/**
 * Three thousand questions from as many threads to two clerks, one that nobody can answer, and one
 * whose answer takes too long.
 */
public final class QuotesDemo {

  private static final List<String> SYMBOLS = List.of("ACME", "MILL", "RACE");
  private static final int QUESTIONS = 3_000;

  private QuotesDemo() {}

  /** Runs the program. */
  public static void main(String[] arguments) throws Exception {
    try (var quotes = QuotesTopology.start()) {
      for (String symbol : SYMBOLS) {
        System.out.println(symbol + " costs " + quotes.ask(symbol).cents());
      }
      System.out.println(askedAtOnce(quotes) + " of " + QUESTIONS + " replies were the caller's");
      try {
        quotes.ask("NONE");
      } catch (UnknownSymbolException unknown) {
        System.out.println("no reply: " + unknown.getMessage());
      }
      try {
        quotes.ask("SLOW", Duration.ofMillis(50));
      } catch (TimeoutException late) {
        System.out.println("no reply in time");
      }
      System.out.println("RACE still costs " + quotes.ask("RACE").cents());
      quotes.cancel(); // The slow one is not waited for.
    }
  }

  /** How many of many callers were given the quote that they had asked for. */
  private static long askedAtOnce(QuotesTopology quotes)
      throws InterruptedException, ExecutionException {
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> replies = new ArrayList<>();
      for (int i = 0; i < QUESTIONS; i++) {
        String symbol = SYMBOLS.get(i % SYMBOLS.size());
        replies.add(
            callers.submit(
                () -> {
                  Quote quote = quotes.ask(symbol);
                  return quote.symbol().equals(symbol);
                }));
      }
      long right = 0;
      for (Future<Boolean> reply : replies) {
        right += reply.get() ? 1 : 0;
      }
      return right;
    }
  }
}
