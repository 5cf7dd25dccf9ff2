package dev.millrace;

/**
 * The only value of a channel that carries no value: that something happened is the message.
 *
 * <pre>{@code
 * Channel<Signal> finished = Channel.buffered(1);
 * finished.sendNow(Signal.SIGNAL);
 * System.out.println(finished.receive()); // SIGNAL
 * }</pre>
 */
public enum Signal {
  /** It happened. */
  SIGNAL
}
