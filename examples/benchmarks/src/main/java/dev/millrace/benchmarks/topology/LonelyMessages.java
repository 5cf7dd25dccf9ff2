package dev.millrace.benchmarks.topology;

import dev.millrace.annotation.Buffer;
import dev.millrace.annotation.Consumer;
import dev.millrace.annotation.Producer;
import dev.millrace.annotation.Topology;
import dev.millrace.benchmarks.Item;
import dev.millrace.benchmarks.workload.Delays;
import dev.millrace.benchmarks.workload.LonelyMessage;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A source that says nothing for a while before each item, and a sink that waits for it. */
@Topology(stages = {LonelyMessages.Speaker.class, LonelyMessages.Listener.class})
@Buffer(channel = "items", size = LonelyMessage.CAPACITY)
interface LonelyMessages {

  /** Speaks now and then. */
  final class Speaker {
    private final Items items;
    private final Delays delays;
    private int said;

    Speaker(Items items, Delays delays) {
      this.items = items;
      this.delays = delays;
    }

    @Producer("items")
    Stream<Item> send() {
      return StreamSupport.stream(items.spliterator(), false).peek(item -> pause());
    }

    private void pause() {
      LockSupport.parkNanos(LonelyMessage.SILENCE_NANOS);
      delays.sending(said++);
    }
  }

  /** Looks at the clock when it hears something. */
  final class Listener {
    private final Sink sink;
    private final Delays delays;
    private int heard;

    Listener(Sink sink, Delays delays) {
      this.sink = sink;
      this.delays = delays;
    }

    @Consumer("items")
    void receive(Item item) {
      delays.received(heard++);
      sink.receive(item);
    }
  }
}
