package dev.millrace.lincheck;

import dev.millrace.Channel;
import dev.millrace.Overflow;
import java.util.function.Consumer;

/** How a channel is made: its capacity, and what becomes of a value that it has no room for. */
record Kind(int capacity, Overflow overflow) {

  static Kind waiting(int capacity) {
    return new Kind(capacity, Overflow.WAIT);
  }

  Channel<Integer> create(Consumer<Integer> onDrop) {
    return switch (overflow) {
      case WAIT -> Channel.buffered(capacity);
      case DROP_OLDEST -> Channel.dropOldest("drops oldest", capacity, onDrop);
      case DROP_NEWEST -> Channel.dropNewest("drops newest", capacity, onDrop);
      case LATEST -> Channel.keepLatest("keeps latest", onDrop);
    };
  }
}
