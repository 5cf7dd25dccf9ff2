package demo;

import dev.millrace.annotation.Case;
import dev.millrace.annotation.Consumer;
import dev.millrace.annotation.Producer;
import dev.millrace.annotation.Select;
import dev.millrace.annotation.Topology;
import java.util.Optional;

@Topology
public interface Echo {

  @Producer("calls")
  void call(String text);

  @Producer("bells")
  void ring();

  @Consumer("echoes")
  String next();

  @Consumer("doubled")
  Optional<String> nextDoubled();

  @Select
  Heard hear();

  @Consumer("calls")
  @Producer("echoes")
  default String echo(String text) {
    return text;
  }

  @Producer("doubled")
  default Iterable<String> doubles() {
    return java.util.List.of("twice", "twice");
  }

  @Producer("sounds")
  default Iterable<? extends CharSequence> sounds() {
    return java.util.List.of("splash");
  }

  sealed interface Heard {
    @Case("bells")
    record Bell() implements Heard {}

    @Case("sounds")
    record Sound(CharSequence text) implements Heard {}
  }
}
