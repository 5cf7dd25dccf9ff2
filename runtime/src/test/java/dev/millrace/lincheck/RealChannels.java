package dev.millrace.lincheck;

import dev.millrace.Channel;
import dev.millrace.annotation.Nullable;
import java.util.List;

/** Channels on which operations are performed for real, by any number of threads. */
final class RealChannels {

  private final List<Channel<Integer>> channels;

  /** What the operation of the present thread made a channel drop: its hook runs in that thread. */
  private final ThreadLocal<@Nullable Integer> loser = new ThreadLocal<>();

  RealChannels(List<Kind> kinds) {
    channels = kinds.stream().map(kind -> kind.create(loser::set)).toList();
  }

  List<Channel<Integer>> all() {
    return channels;
  }

  Object perform(Operation operation) throws InterruptedException {
    Object outcome = operation.perform(channels);
    Integer dropped = loser.get();
    if (dropped == null) {
      return outcome;
    }
    loser.remove();
    return new Operation.Costing(outcome, dropped);
  }
}
