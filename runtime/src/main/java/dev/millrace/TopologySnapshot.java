package dev.millrace;

import java.util.List;

/**
 * What a running topology was doing at about one moment. Stages and channels are looked at one
 * after the other, so it is a picture of something in motion.
 *
 * <pre>{@code
 * void logWhatIsFull(RunningTopology topology) {
 *   for (var channel : topology.snapshot().channels()) {
 *     if (channel.capacity() > 0 && channel.size() == channel.capacity()) {
 *       System.out.println(channel.name() + " is full");
 *     }
 *   }
 * }
 * }</pre>
 *
 * @param name the topology
 * @param stages its threads, by stage
 * @param channels its channels, by name
 */
public record TopologySnapshot(String name, List<StageThread> stages, List<ChannelDepth> channels) {

  /** Copies the lists. */
  public TopologySnapshot {
    stages = List.copyOf(stages);
    channels = List.copyOf(channels);
  }

  /**
   * One thread of a stage.
   *
   * @param name the name of the thread, such as {@code JobBoard.work-3}
   * @param activity {@code "running"}, {@code "ended"}, or what it waits for, such as {@code
   *     waiting to send on "words"}
   */
  public record StageThread(String name, String activity) {}

  /**
   * One channel.
   *
   * @param name the name of the channel
   * @param size how many values were buffered
   * @param capacity how many fit
   * @param closed whether it was closed
   */
  public record ChannelDepth(String name, int size, int capacity, boolean closed) {}

  /** One line per stage and per channel, for a log. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(name);
    for (StageThread stage : stages) {
      text.append("\n  ").append(stage.name()).append(": ").append(stage.activity());
    }
    for (ChannelDepth channel : channels) {
      text.append("\n  \"").append(channel.name()).append("\": ").append(channel.size());
      text.append(" of ").append(channel.capacity()).append(channel.closed() ? ", closed" : "");
    }
    return text.toString();
  }
}
