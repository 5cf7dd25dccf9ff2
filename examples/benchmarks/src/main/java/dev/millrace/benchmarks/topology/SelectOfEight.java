package dev.millrace.benchmarks.topology;

import dev.millrace.annotation.Buffer;
import dev.millrace.annotation.Case;
import dev.millrace.annotation.Producer;
import dev.millrace.annotation.Select;
import dev.millrace.annotation.Topology;
import dev.millrace.benchmarks.Item;
import dev.millrace.benchmarks.workload.SelectOf;

/** 8 sources, and one stage that selects over what all of them send. */
@Topology(stages = {SelectOfEight.Sources.class, SelectOfEight.Chooser.class})
@Buffer(channel = "items0", size = SelectOf.CAPACITY)
@Buffer(channel = "items1", size = SelectOf.CAPACITY)
@Buffer(channel = "items2", size = SelectOf.CAPACITY)
@Buffer(channel = "items3", size = SelectOf.CAPACITY)
@Buffer(channel = "items4", size = SelectOf.CAPACITY)
@Buffer(channel = "items5", size = SelectOf.CAPACITY)
@Buffer(channel = "items6", size = SelectOf.CAPACITY)
@Buffer(channel = "items7", size = SelectOf.CAPACITY)
interface SelectOfEight {

  /** What it selects. */
  sealed interface Event extends Arrival {
    @Case("items0")
    record From0(Item item) implements Event {}

    @Case("items1")
    record From1(Item item) implements Event {}

    @Case("items2")
    record From2(Item item) implements Event {}

    @Case("items3")
    record From3(Item item) implements Event {}

    @Case("items4")
    record From4(Item item) implements Event {}

    @Case("items5")
    record From5(Item item) implements Event {}

    @Case("items6")
    record From6(Item item) implements Event {}

    @Case("items7")
    record From7(Item item) implements Event {}
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

    @Producer("items2")
    Iterable<Item> send2() {
      return of(2);
    }

    @Producer("items3")
    Iterable<Item> send3() {
      return of(3);
    }

    @Producer("items4")
    Iterable<Item> send4() {
      return of(4);
    }

    @Producer("items5")
    Iterable<Item> send5() {
      return of(5);
    }

    @Producer("items6")
    Iterable<Item> send6() {
      return of(6);
    }

    @Producer("items7")
    Iterable<Item> send7() {
      return of(7);
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
