package dev.millrace.lincheck;

import dev.millrace.Channel;
import dev.millrace.Overflow;
import dev.millrace.internal.ChannelProbe;
import dev.millrace.internal.OneToOneChannel;
import java.util.function.Consumer;

/**
 * How a channel is made.
 *
 * @param capacity how many values it holds
 * @param overflow what becomes of a value that it has no room for
 * @param oneToOne whether only one thread sends and only one receives
 */
record Kind(int capacity, Overflow overflow, boolean oneToOne) {

  Kind(int capacity, Overflow overflow) {
    this(capacity, overflow, false);
  }

  static Kind waiting(int capacity) {
    return new Kind(capacity, Overflow.WAIT);
  }

  Kind forTwoThreads() {
    return new Kind(capacity, overflow, true);
  }

  Channel<Integer> create(Consumer<Integer> onDrop) {
    if (oneToOne) {
      return ChannelProbe.withoutSpinning(OneToOneChannel.create("one to one", capacity));
    }
    return switch (overflow) {
      case WAIT -> Channel.buffered(capacity);
      case DROP_OLDEST -> Channel.dropOldest("drops oldest", capacity, onDrop);
      case DROP_NEWEST -> Channel.dropNewest("drops newest", capacity, onDrop);
      case LATEST -> Channel.keepLatest("keeps latest", onDrop);
    };
  }
}
