package dev.millrace.lincheck;

import dev.millrace.Channel;
import dev.millrace.Overflow;
import dev.millrace.internal.Broadcast;
import dev.millrace.internal.ChannelProbe;
import dev.millrace.internal.OneToOneChannel;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * How a channel is made.
 *
 * @param capacity how many values it holds
 * @param overflow what becomes of a value that it has no room for
 * @param oneToOne whether only one thread sends and only one receives
 * @param subscribers of a broadcast, each of which operations know by a number of its own; 0 if it
 *     is none
 */
record Kind(int capacity, Overflow overflow, boolean oneToOne, int subscribers) {

  Kind(int capacity, Overflow overflow) {
    this(capacity, overflow, false, 0);
  }

  static Kind waiting(int capacity) {
    return new Kind(capacity, Overflow.WAIT);
  }

  static Kind broadcast(int capacity, int subscribers) {
    return new Kind(capacity, Overflow.WAIT, false, subscribers);
  }

  Kind forTwoThreads() {
    return new Kind(capacity, overflow, true, 0);
  }

  /** Its ends by the numbers by which operations know them. */
  List<Ends> create(Consumer<Integer> onDrop) {
    if (subscribers > 0) {
      Broadcast<Integer> broadcast = Broadcast.create("broadcast", capacity);
      return Stream.generate(() -> new Ends(broadcast, broadcast.subscribe()))
          .limit(subscribers)
          .toList();
    }
    return List.of(Ends.of(createPlain(onDrop)));
  }

  private Channel<Integer> createPlain(Consumer<Integer> onDrop) {
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
