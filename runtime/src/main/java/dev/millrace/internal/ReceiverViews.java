package dev.millrace.internal;

import dev.millrace.Receiver;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What every receiver can be seen as, whatever its flavour. */
final class ReceiverViews {

  private ReceiverViews() {}

  static <T> Stream<T> stream(Receiver<T> receiver) {
    int facts = Spliterator.ORDERED | Spliterator.NONNULL;
    Iterator<T> values = receiver.iterator();
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(values, facts), false);
  }

  static String text(Receiver<?> channel) {
    String state = channel.isClosed() ? ", closed" : "";
    return "Channel \""
        + channel.name()
        + "\" ("
        + channel.size()
        + " of "
        + channel.capacity()
        + state
        + ")";
  }
}
