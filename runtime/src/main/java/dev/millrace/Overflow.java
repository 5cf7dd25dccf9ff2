package dev.millrace;

/**
 * What happens to a value for which the buffer of a channel has no room.
 *
 * <p>All but {@link #WAIT} make a <em>dropping</em> channel: it always accepts, so sending never
 * waits, and pays for that with the values it drops. {@link Channel#dropOldest}, {@link
 * Channel#dropNewest} and {@link Channel#keepLatest} make such channels.
 */
public enum Overflow {
  /** The sender waits until there is room. Nothing is dropped. */
  WAIT,
  /** The value that has been in the buffer for longest is dropped and the new one put in. */
  DROP_OLDEST,
  /** The new value is dropped. */
  DROP_NEWEST,
  /** The buffer holds one value, the latest: {@link #DROP_OLDEST} with a capacity of 1. */
  LATEST
}
