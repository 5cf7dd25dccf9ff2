package dev.millrace;

/** The only value of a channel that carries no value: that something happened is the message. */
public enum Signal {
  /** It happened. */
  SIGNAL
}
