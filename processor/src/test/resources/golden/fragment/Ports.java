package demo;

import dev.millrace.annotation.Buffer;
import dev.millrace.annotation.Consumer;
import dev.millrace.annotation.Producer;
import java.util.List;
import java.util.Optional;

@Buffer(channel = "numbers", size = 8)
public interface Ports<T, R> {

  @Producer("numbers")
  void put(T value) throws InterruptedException;

  @Producer("numbers")
  boolean offer(T value);

  @Consumer("sums")
  Optional<R> next() throws InterruptedException;

  @Consumer("batches")
  @Producer("sums")
  default R sum(List<T> batch) {
    return sumOf(batch.stream().toList());
  }

  R sumOf(List<T> batch);
}
