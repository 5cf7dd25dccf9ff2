package demo;

import dev.millrace.Receiver;
import dev.millrace.Sender;
import dev.millrace.annotation.Buffer;
import dev.millrace.annotation.Close;
import dev.millrace.annotation.Consumer;
import dev.millrace.annotation.Producer;
import dev.millrace.annotation.Topology;
import java.io.IOException;

@Topology(stages = {Merge.Auditor.class, Merge.Log.class})
@Buffer(channel = "merged", size = 16)
public interface Merge<T extends Comparable<T>> {

  @Producer("left")
  void putLeft(T value) throws InterruptedException;

  @Producer("right")
  void putRight(T value) throws InterruptedException;

  @Close({"left", "right"})
  void finish();

  @Consumer("sorted")
  Object next() throws InterruptedException;

  default void merge(
      @Consumer("left") Receiver<T> left,
      @Consumer("right") Receiver<? extends T> right,
      @Producer("merged") Sender<? super T> merged)
      throws InterruptedException {
    T fromLeft = left.receiveOrNull();
    T fromRight = right.receiveOrNull();
    while (fromLeft != null && fromRight != null) {
      if (fromLeft.compareTo(fromRight) <= 0) {
        merged.send(fromLeft);
        fromLeft = left.receiveOrNull();
      } else {
        merged.send(fromRight);
        fromRight = right.receiveOrNull();
      }
    }
    while (fromLeft != null) {
      merged.send(fromLeft);
      fromLeft = left.receiveOrNull();
    }
    while (fromRight != null) {
      merged.send(fromRight);
      fromRight = right.receiveOrNull();
    }
  }

  default void beat(@Producer("beats") Sender<Long> beats) throws InterruptedException {
    beats.send(1L);
  }

  final class Auditor {
    void audit(
        @Producer("audits") Sender<String> aTrail,
        @Consumer("merged") Receiver<?> merged,
        @Producer("sorted") Sender<Object> sorted)
        throws IOException {}
  }

  interface Log {
    void write(
        @Consumer("audits") Receiver<String> audits, @Consumer("beats") Receiver<Long> beats);
  }
}
