package dev.millrace.benchmarks.topology;

import dev.millrace.annotation.Consumer;
import dev.millrace.annotation.Producer;
import dev.millrace.annotation.Topology;
import dev.millrace.benchmarks.Item;

/** Ten stages between source and sink, each of which passes on what it gets. */
@Topology(stages = {TenStages.Begin.class, TenStages.End.class})
interface TenStages {

  /** Sends the items. */
  record Begin(Items items) {
    @Producer("c0")
    Iterable<Item> send() {
      return items;
    }
  }

  /** Receives them. */
  record End(Sink sink) {
    @Consumer("c10")
    void receive(Item item) {
      sink.receive(item);
    }
  }

  @Consumer("c0")
  @Producer("c1")
  default Item pass1(Item item) {
    return item;
  }

  @Consumer("c1")
  @Producer("c2")
  default Item pass2(Item item) {
    return item;
  }

  @Consumer("c2")
  @Producer("c3")
  default Item pass3(Item item) {
    return item;
  }

  @Consumer("c3")
  @Producer("c4")
  default Item pass4(Item item) {
    return item;
  }

  @Consumer("c4")
  @Producer("c5")
  default Item pass5(Item item) {
    return item;
  }

  @Consumer("c5")
  @Producer("c6")
  default Item pass6(Item item) {
    return item;
  }

  @Consumer("c6")
  @Producer("c7")
  default Item pass7(Item item) {
    return item;
  }

  @Consumer("c7")
  @Producer("c8")
  default Item pass8(Item item) {
    return item;
  }

  @Consumer("c8")
  @Producer("c9")
  default Item pass9(Item item) {
    return item;
  }

  @Consumer("c9")
  @Producer("c10")
  default Item pass10(Item item) {
    return item;
  }
}
