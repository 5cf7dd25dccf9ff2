package demo;

import dev.millrace.annotation.Consumer;
import dev.millrace.annotation.Producer;
import dev.millrace.annotation.Topology;
import java.util.List;

@Topology
public interface Sums extends Ports<Integer, Long> {

  @Consumer("numbers")
  @Producer("batches")
  default List<Integer> batch(int number) {
    return List.of(number);
  }

  @Override
  default Long sumOf(List<Integer> batch) {
    return batch.stream().mapToLong(Integer::longValue).sum();
  }
}
