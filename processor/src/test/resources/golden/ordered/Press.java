package demo;

import dev.millrace.annotation.Consumer;
import dev.millrace.annotation.Producer;
import dev.millrace.annotation.Topology;
import dev.millrace.annotation.Workers;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;

@Topology(stages = Press.Binder.class)
public interface Press {

  @Producer("pages")
  void add(String page) throws InterruptedException;

  @Producer("bells")
  void ring() throws InterruptedException;

  @Consumer("numbers")
  long nextNumber() throws InterruptedException;

  @Consumer("volumes")
  String nextVolume() throws InterruptedException;

  @Workers(value = 4, ordered = true)
  @Consumer("pages")
  @Producer("lines")
  default Stream<? extends CharSequence> split(String page) throws IOException {
    return page.lines();
  }

  @Workers(value = 1, ordered = true)
  @Consumer("bells")
  @Producer("numbers")
  default long number() {
    return System.nanoTime();
  }

  final class Binder {
    @Workers(value = 2, ordered = true)
    @Consumer("lines")
    @Producer("volumes")
    Optional<String> bind(CharSequence line) throws InterruptedException {
      return line.isEmpty() ? Optional.empty() : Optional.of(line.toString());
    }
  }
}
