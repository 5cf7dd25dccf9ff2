package dev.millrace.benchmarks.topology;

import dev.millrace.annotation.Buffer;
import dev.millrace.annotation.Case;
import dev.millrace.annotation.Producer;
import dev.millrace.annotation.Select;
import dev.millrace.annotation.Topology;
import dev.millrace.benchmarks.Item;
import dev.millrace.benchmarks.workload.SelectOf;

/** 32 sources, and one stage that selects over what all of them send. */
@Topology(stages = {SelectOfThirtyTwo.Sources.class, SelectOfThirtyTwo.Chooser.class})
@Buffer(channel = "items0", size = SelectOf.CAPACITY)
@Buffer(channel = "items1", size = SelectOf.CAPACITY)
@Buffer(channel = "items2", size = SelectOf.CAPACITY)
@Buffer(channel = "items3", size = SelectOf.CAPACITY)
@Buffer(channel = "items4", size = SelectOf.CAPACITY)
@Buffer(channel = "items5", size = SelectOf.CAPACITY)
@Buffer(channel = "items6", size = SelectOf.CAPACITY)
@Buffer(channel = "items7", size = SelectOf.CAPACITY)
@Buffer(channel = "items8", size = SelectOf.CAPACITY)
@Buffer(channel = "items9", size = SelectOf.CAPACITY)
@Buffer(channel = "items10", size = SelectOf.CAPACITY)
@Buffer(channel = "items11", size = SelectOf.CAPACITY)
@Buffer(channel = "items12", size = SelectOf.CAPACITY)
@Buffer(channel = "items13", size = SelectOf.CAPACITY)
@Buffer(channel = "items14", size = SelectOf.CAPACITY)
@Buffer(channel = "items15", size = SelectOf.CAPACITY)
@Buffer(channel = "items16", size = SelectOf.CAPACITY)
@Buffer(channel = "items17", size = SelectOf.CAPACITY)
@Buffer(channel = "items18", size = SelectOf.CAPACITY)
@Buffer(channel = "items19", size = SelectOf.CAPACITY)
@Buffer(channel = "items20", size = SelectOf.CAPACITY)
@Buffer(channel = "items21", size = SelectOf.CAPACITY)
@Buffer(channel = "items22", size = SelectOf.CAPACITY)
@Buffer(channel = "items23", size = SelectOf.CAPACITY)
@Buffer(channel = "items24", size = SelectOf.CAPACITY)
@Buffer(channel = "items25", size = SelectOf.CAPACITY)
@Buffer(channel = "items26", size = SelectOf.CAPACITY)
@Buffer(channel = "items27", size = SelectOf.CAPACITY)
@Buffer(channel = "items28", size = SelectOf.CAPACITY)
@Buffer(channel = "items29", size = SelectOf.CAPACITY)
@Buffer(channel = "items30", size = SelectOf.CAPACITY)
@Buffer(channel = "items31", size = SelectOf.CAPACITY)
interface SelectOfThirtyTwo {

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

    @Case("items8")
    record From8(Item item) implements Event {}

    @Case("items9")
    record From9(Item item) implements Event {}

    @Case("items10")
    record From10(Item item) implements Event {}

    @Case("items11")
    record From11(Item item) implements Event {}

    @Case("items12")
    record From12(Item item) implements Event {}

    @Case("items13")
    record From13(Item item) implements Event {}

    @Case("items14")
    record From14(Item item) implements Event {}

    @Case("items15")
    record From15(Item item) implements Event {}

    @Case("items16")
    record From16(Item item) implements Event {}

    @Case("items17")
    record From17(Item item) implements Event {}

    @Case("items18")
    record From18(Item item) implements Event {}

    @Case("items19")
    record From19(Item item) implements Event {}

    @Case("items20")
    record From20(Item item) implements Event {}

    @Case("items21")
    record From21(Item item) implements Event {}

    @Case("items22")
    record From22(Item item) implements Event {}

    @Case("items23")
    record From23(Item item) implements Event {}

    @Case("items24")
    record From24(Item item) implements Event {}

    @Case("items25")
    record From25(Item item) implements Event {}

    @Case("items26")
    record From26(Item item) implements Event {}

    @Case("items27")
    record From27(Item item) implements Event {}

    @Case("items28")
    record From28(Item item) implements Event {}

    @Case("items29")
    record From29(Item item) implements Event {}

    @Case("items30")
    record From30(Item item) implements Event {}

    @Case("items31")
    record From31(Item item) implements Event {}
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

    @Producer("items8")
    Iterable<Item> send8() {
      return of(8);
    }

    @Producer("items9")
    Iterable<Item> send9() {
      return of(9);
    }

    @Producer("items10")
    Iterable<Item> send10() {
      return of(10);
    }

    @Producer("items11")
    Iterable<Item> send11() {
      return of(11);
    }

    @Producer("items12")
    Iterable<Item> send12() {
      return of(12);
    }

    @Producer("items13")
    Iterable<Item> send13() {
      return of(13);
    }

    @Producer("items14")
    Iterable<Item> send14() {
      return of(14);
    }

    @Producer("items15")
    Iterable<Item> send15() {
      return of(15);
    }

    @Producer("items16")
    Iterable<Item> send16() {
      return of(16);
    }

    @Producer("items17")
    Iterable<Item> send17() {
      return of(17);
    }

    @Producer("items18")
    Iterable<Item> send18() {
      return of(18);
    }

    @Producer("items19")
    Iterable<Item> send19() {
      return of(19);
    }

    @Producer("items20")
    Iterable<Item> send20() {
      return of(20);
    }

    @Producer("items21")
    Iterable<Item> send21() {
      return of(21);
    }

    @Producer("items22")
    Iterable<Item> send22() {
      return of(22);
    }

    @Producer("items23")
    Iterable<Item> send23() {
      return of(23);
    }

    @Producer("items24")
    Iterable<Item> send24() {
      return of(24);
    }

    @Producer("items25")
    Iterable<Item> send25() {
      return of(25);
    }

    @Producer("items26")
    Iterable<Item> send26() {
      return of(26);
    }

    @Producer("items27")
    Iterable<Item> send27() {
      return of(27);
    }

    @Producer("items28")
    Iterable<Item> send28() {
      return of(28);
    }

    @Producer("items29")
    Iterable<Item> send29() {
      return of(29);
    }

    @Producer("items30")
    Iterable<Item> send30() {
      return of(30);
    }

    @Producer("items31")
    Iterable<Item> send31() {
      return of(31);
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
