package dev.millrace.benchmarks.topology;

import dev.millrace.annotation.Buffer;
import dev.millrace.annotation.Case;
import dev.millrace.annotation.Producer;
import dev.millrace.annotation.Select;
import dev.millrace.annotation.Topology;
import dev.millrace.benchmarks.Item;
import dev.millrace.benchmarks.workload.SelectOf;

/** 2 sources, and one stage that selects over what all of them send. */
@Topology(stages = {SelectOfTwo.Sources.class, SelectOfTwo.Chooser.class})
@Buffer(channel = "items0", size = SelectOf.CAPACITY)
@Buffer(channel = "items1", size = SelectOf.CAPACITY)
interface SelectOfTwo {

  /** What it selects. */
  sealed interface Event extends Arrival {
    @Case("items0")
    record From0(Item item) implements Event {}

    @Case("items1")
    record From1(Item item) implements Event {}
  }

  /** The sources. */
  final class Sources extends Shares {
    Sources(Shares all) {
      super(all);
    }

    @Producer("items0")
    Iterable<Item> send0() {
      return of(0);
    }

    @Producer("items1")
    Iterable<Item> send1() {
      return of(1);
    }
  }

  /** Receives from all. */
  final class Chooser {
    private final Gathering gathering;

    Chooser(Gathering gathering) {
      this.gathering = gathering;
    }

    @Select
    void on(Event event) {
      gathering.add(event.item());
    }
  }
}
