package dev.millrace.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method sends a question to the channel and waits for the reply to this very call.
 *
 * <p>Its server is the one stage that consumes the channel: a method that takes the question and
 * returns the reply.
 *
 * <pre>{@code
 * @Topology
 * interface Quotes {
 *   @Request("quotes") long ask(String symbol) throws InterruptedException, IOException;
 *   @Request("quotes") long ask(String symbol, Duration timeout)
 *       throws InterruptedException, IOException, TimeoutException;
 *
 *   @Workers(2) @Consumer("quotes")
 *   default long answer(String symbol) throws IOException {
 *     if (symbol.isBlank()) throw new IOException("no symbol");
 *     return symbol.length() * 100L;
 *   }
 * }
 *
 * try (var quotes = QuotesTopology.start()) {
 *   System.out.println(quotes.ask("ACME")); // 400
 *   System.out.println(quotes.ask("MILL", Duration.ofMinutes(1))); // 400
 *   try {
 *     quotes.ask(" ");
 *   } catch (IOException failed) {
 *     System.out.println(failed.getMessage()); // no symbol
 *   }
 * }
 * }</pre>
 *
 * <p>Any number of threads may ask at once, through any number of such methods. What the server
 * throws is thrown by the method that asked, to that caller alone, with the caller's own trace
 * {@linkplain Throwable#getSuppressed() suppressed} in it; the method declares the checked
 * exceptions of the server. Only an {@link Error} also fails the topology. An interrupt flag that
 * the server leaves set is cleared, unless the topology is over. If the server and the method
 * return {@code void}, the method waits until the server has returned. A reply is never {@code
 * null}.
 *
 * <p>A caller that is interrupted, or whose time is up, gives up: the reply is dropped when it
 * comes, and a question that the server has not yet received is never worked on. When the topology
 * is stopped, questions that were accepted are still answered and others are refused with {@code
 * ChannelClosedException}; when it fails or is cancelled, callers that still wait get a {@code
 * ChannelClosedException} that says why.
 *
 * <p>What the caller did before it asked happens-before the server's method begins, and what that
 * did happens-before the caller returns.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Request {

  /** {@return the name of the channel, which carries nothing but such questions} */
  String value();
}
