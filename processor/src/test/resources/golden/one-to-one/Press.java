package demo;

import dev.millrace.Receiver;
import dev.millrace.annotation.Buffer;
import dev.millrace.annotation.Consumer;
import dev.millrace.annotation.Producer;
import dev.millrace.annotation.Topology;
import dev.millrace.annotation.Workers;
import java.util.List;
import java.util.stream.Stream;

/** Some ends belong to generated code alone, others to several threads or to user code. */
@Topology
@Buffer(channel = "pages", size = 512)
@Buffer(channel = "words", size = 16)
@Buffer(channel = "lengths", size = 16)
@Buffer(channel = "sums", size = 1)
@Buffer(channel = "loud", size = 16)
@Buffer(channel = "printed", size = 16)
public interface Press {

  @Consumer("printed")
  String next() throws InterruptedException;

  @Producer("pages")
  default Iterable<String> pages() {
    return List.of("a page", "another page");
  }

  @Consumer("pages")
  @Producer("words")
  default Stream<String> split(String page) {
    return Stream.of(page.split(" "));
  }

  @Consumer("words")
  @Producer("lengths")
  default int measure(String word) {
    return word.length();
  }

  @Consumer("lengths")
  @Producer("sums")
  default int sum(Receiver<Integer> lengths) {
    return lengths.stream().mapToInt(Integer::intValue).sum();
  }

  @Consumer("sums")
  @Producer("loud")
  default String shout(int sum) {
    return sum + "!";
  }

  @Workers(2)
  @Consumer("loud")
  @Producer("printed")
  default String print(String text) {
    return text;
  }
}
