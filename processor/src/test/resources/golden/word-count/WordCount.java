package demo;

import dev.millrace.Receiver;
import dev.millrace.annotation.Buffer;
import dev.millrace.annotation.Close;
import dev.millrace.annotation.Consumer;
import dev.millrace.annotation.Producer;
import dev.millrace.annotation.Topology;
import dev.millrace.annotation.Workers;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

@Topology
@Buffer(channel = "lines", size = 64)
@Buffer(channel = "words", size = 1024)
public interface WordCount {

  @Producer("lines")
  void add(String line) throws InterruptedException;

  @Close("lines")
  void finish();

  @Consumer("counts")
  Map<String, Long> result() throws InterruptedException;

  @Workers(4)
  @Consumer("lines")
  @Producer("words")
  default Stream<String> split(String line) {
    return Arrays.stream(line.split("\\W+")).filter(word -> !word.isEmpty());
  }

  @Consumer("words")
  @Producer("counts")
  default Map<String, Long> count(Receiver<String> words) {
    Map<String, Long> counts = new TreeMap<>();
    for (String word : words) {
      counts.merge(word, 1L, Long::sum);
    }
    return counts;
  }
}
