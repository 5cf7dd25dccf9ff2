package dev.millrace.generated;

import dev.millrace.Channel;
import dev.millrace.StartOptions;
import dev.millrace.internal.ArmRings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The channels of an actor that nobody else receives from, each between two stages that touch it by
 * generated code alone: user code never gets hold of its ends. If all stages run on one thread
 * each, and all channels have a buffer, they are faster ones. That is decided for all of them when
 * the first is made, since a select has arms of one kind. For one thread at a time, before the run
 * starts.
 */
public final class ActorInputs {

  private final TopologyRun run;
  private final StartOptions options;
  private final Map<String, Integer> sizes = new LinkedHashMap<>();
  private final ArmRings rings = new ArmRings();
  private boolean ringsFit;
  private boolean decided;

  ActorInputs(TopologyRun run, StartOptions options, String actor) {
    this.run = run;
    this.options = options;
    this.ringsFit = hasOneThread(actor);
  }

  /**
   * Adds a channel, before the first is made.
   *
   * @param channelName its name, which no other channel of this run has
   * @param size what the annotations say; the options may say something else
   * @param sender the name of the only stage that sends
   * @return these inputs
   * @throws IllegalStateException if a channel has been made already
   */
  public ActorInputs from(String channelName, int size, String sender) {
    if (decided) {
      throw new IllegalStateException("Add \"" + channelName + "\" before a channel is made.");
    }
    sizes.put(channelName, size);
    ringsFit &= hasOneThread(sender) && ArmRings.fit(capacity(channelName));
    return this;
  }

  private boolean hasOneThread(String stage) {
    return options.workers().getOrDefault(stage, 1) == 1;
  }

  private int capacity(String channelName) {
    int size = Objects.requireNonNull(sizes.get(channelName), channelName);
    return options.buffers().getOrDefault(channelName, size);
  }

  /**
   * Makes a channel that was added.
   *
   * @param <T> the type of the values
   * @param channelName its name
   * @return the channel, for the wiring of its ends
   * @throws NullPointerException if it was not added
   */
  public <T> Channel<T> channel(String channelName) {
    int capacity = capacity(channelName);
    decided = true;
    return ringsFit && sizes.size() <= ArmRings.MOST
        ? run.add(rings.add(channelName, capacity))
        : run.channel(channelName, capacity);
  }
}
