package demo;

import dev.millrace.Receiver;
import dev.millrace.annotation.Buffer;
import dev.millrace.annotation.Case;
import dev.millrace.annotation.Close;
import dev.millrace.annotation.Consumer;
import dev.millrace.annotation.Producer;
import dev.millrace.annotation.Select;
import dev.millrace.annotation.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

@Topology
@Buffer(channel = "unsorted", size = Buffer.UNLIMITED)
interface Sorter<T extends Comparable<? super T>, C extends List<? extends T>> {

  @Producer("unsorted")
  void add(C values);

  @Producer("extras")
  boolean extra(T value);

  @Close("unsorted")
  void finish();

  @Select
  Optional<Event<T>> next() throws InterruptedException;

  @Consumer("unsorted")
  @Producer("sorted")
  default List<T> sort(Receiver<? extends C> values) {
    List<T> sorted = new ArrayList<>();
    for (C some : values) {
      sorted.addAll(some);
    }
    sorted.sort(null);
    return sorted;
  }

  sealed interface Event<E> {
    @Case("sorted")
    record Sorted<E>(List<E> values) implements Event<E> {}

    @Case("extras")
    record Extra<E>(E value) implements Event<E> {}
  }
}
