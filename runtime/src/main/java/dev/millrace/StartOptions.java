package dev.millrace;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What can be decided when a topology is started; everything else says what the annotations say.
 * Immutable: each method returns a copy.
 *
 * <pre>{@code
 * var options = StartOptions.defaults().buffer("jobs", 256).workers("work", 8);
 * try (var board = JobBoardTopology.start(options)) {
 *   board.submit(job);
 * }
 * }</pre>
 */
public final class StartOptions {

  private static final StartOptions DEFAULTS =
      new StartOptions(Map.of(), Map.of(), Duration.ofSeconds(1), "");

  private final Map<String, Integer> buffers;
  private final Map<String, Integer> workers;
  private final Duration gracePeriod;
  private final String threadPrefix;

  private StartOptions(
      Map<String, Integer> buffers,
      Map<String, Integer> workers,
      Duration gracePeriod,
      String threadPrefix) {
    this.buffers = buffers;
    this.workers = workers;
    this.gracePeriod = gracePeriod;
    this.threadPrefix = threadPrefix;
  }

  /** {@return what the annotations say, and a grace period of one second} */
  public static StartOptions defaults() {
    return DEFAULTS;
  }

  /**
   * Gives a channel another buffer size. A name the topology does not have fails at start, and so
   * does a size that a dropping channel cannot have: it needs 1 or more, and exactly 1 to keep the
   * latest value only. A broadcast that a select sends to needs 1 or more as well.
   *
   * @param channel the name of the channel
   * @param size how many values fit: 0 for a rendezvous, {@link Integer#MAX_VALUE} for no limit
   * @return a copy with this size
   * @throws IllegalArgumentException if the size is negative
   */
  public StartOptions buffer(String channel, int size) {
    if (size < 0) {
      throw new IllegalArgumentException(
          "Buffer of \"" + channel + "\" is " + size + ". Use 0 (no buffer) or more.");
    }
    return new StartOptions(with(buffers, channel, size), workers, gracePeriod, threadPrefix);
  }

  /**
   * Gives a stage another number of threads. A name the topology does not have, or a stage that is
   * called only once, fails at start.
   *
   * @param stage the name of the stage
   * @param number how many threads: 1 or more
   * @return a copy with this number
   * @throws IllegalArgumentException if the number is less than 1
   */
  public StartOptions workers(String stage, int number) {
    if (number < 1) {
      throw new IllegalArgumentException(
          "Stage " + stage + " cannot have " + number + " workers. Use 1 or more.");
    }
    return new StartOptions(buffers, with(workers, stage, number), gracePeriod, threadPrefix);
  }

  /**
   * Says how long {@link RunningTopology#close} lets a topology stand still before it cancels it.
   *
   * @param time zero or more
   * @return a copy with this grace period
   * @throws IllegalArgumentException if the time is negative
   */
  public StartOptions gracePeriod(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("The grace period is " + time + ". Use zero or more.");
    }
    return new StartOptions(buffers, workers, time, threadPrefix);
  }

  /**
   * Puts a text before the name of every thread, to tell instances of one topology apart.
   *
   * @param prefix put there as it is, without a separator; empty for none
   * @return a copy with this prefix
   */
  public StartOptions threadPrefix(String prefix) {
    return new StartOptions(buffers, workers, gracePeriod, Objects.requireNonNull(prefix));
  }

  /** {@return the buffer sizes that differ from the annotations, by channel; unmodifiable} */
  public Map<String, Integer> buffers() {
    return buffers;
  }

  /** {@return the numbers of workers that differ from the annotations, by stage; unmodifiable} */
  public Map<String, Integer> workers() {
    return workers;
  }

  /** {@return how long a topology that is being closed may stand still} */
  public Duration gracePeriod() {
    return gracePeriod;
  }

  /** {@return the text before the name of every thread; empty for none} */
  public String threadPrefix() {
    return threadPrefix;
  }

  private static Map<String, Integer> with(Map<String, Integer> map, String key, int value) {
    Map<String, Integer> copy = new TreeMap<>(map);
    copy.put(Objects.requireNonNull(key), value);
    return Map.copyOf(copy);
  }
}
