package dev.millrace.processor.model;

/**
 * What one {@code @Buffer} says.
 *
 * @param channel the name of the channel
 * @param size how many values fit, as written, even if negative
 * @param overflow what happens to a value for which there is no room
 * @param channelSite where the name was written
 * @param sizeSite where the size was written
 * @param overflowSite where the overflow was written, or would be
 */
public record Buffer(
    String channel,
    int size,
    Overflow overflow,
    Site channelSite,
    Site sizeSite,
    Site overflowSite) {

  /** A size without a limit. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  /** What happens to a value for which there is no room; the names are those of the runtime. */
  public enum Overflow {
    /** The sender waits. */
    WAIT,
    /** The value that was there for longest is dropped. */
    DROP_OLDEST,
    /** The new value is dropped. */
    DROP_NEWEST,
    /** The only place is always taken by the latest value. */
    LATEST
  }
}
