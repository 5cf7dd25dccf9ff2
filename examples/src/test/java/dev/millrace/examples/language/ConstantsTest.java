package dev.millrace.examples.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.TopologySnapshot.ChannelDepth;
import dev.millrace.annotation.Buffer;
import dev.millrace.annotation.Case;
import dev.millrace.annotation.Close;
import dev.millrace.annotation.Consumer;
import dev.millrace.annotation.Otherwise;
import dev.millrace.annotation.Producer;
import dev.millrace.annotation.Select;
import dev.millrace.annotation.Topology;
import dev.millrace.annotation.Workers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Names, sizes, numbers of threads and names of methods that are constants of another class. */
@Timeout(60)
class ConstantsTest {

  @Topology
  @Buffer(channel = Terms.ORDERS, size = Terms.SIZE)
  interface Shop {

    sealed interface Event {
      @Case(value = Terms.RUSH, when = Terms.OPEN)
      record Rush(String order) implements Event {}

      @Otherwise(after = Terms.PATIENCE)
      record Quiet() implements Event {}
    }

    @Producer(Terms.ORDERS)
    boolean order(String order);

    @Producer(Terms.RUSH)
    void rush(String order) throws InterruptedException;

    @Close({Terms.ORDERS, Terms.RUSH})
    void finish();

    @Workers(value = Terms.CORES, ordered = Terms.ORDERED)
    @Consumer(Terms.ORDERS)
    @Producer(Terms.DONE)
    default String serve(String order) {
      return "served " + order;
    }

    @Select
    @Producer(Terms.DONE)
    default Optional<String> hurry(Event event) {
      return event instanceof Event.Rush(String order)
          ? Optional.of("hurried " + order)
          : Optional.empty();
    }

    default boolean isOpen() {
      return true;
    }

    default Duration patience() {
      return Duration.ofDays(1);
    }

    @Consumer(Terms.DONE)
    Optional<String> done() throws InterruptedException;
  }

  @Test
  void constantsCountAsIfTheyWereWrittenOut() throws Exception {
    try (var shop = ConstantsTest_ShopTopology.start()) {
      assertEquals(
          Optional.of(4),
          shop.snapshot().channels().stream()
              .filter(channel -> channel.name().equals("in.orders"))
              .map(ChannelDepth::capacity)
              .findFirst());
      assertEquals(
          3,
          shop.snapshot().stages().stream()
              .filter(stage -> stage.name().contains("serve"))
              .count());
      shop.rush("tea");
      assertEquals(Optional.of("hurried tea"), shop.done());
      for (String order : List.of("one", "two", "three")) {
        assertTrue(shop.order(order));
      }
      for (String order : List.of("one", "two", "three")) {
        assertEquals(Optional.of("served " + order), shop.done());
      }
      shop.finish();
      assertFalse(shop.done().isPresent());
    }
  }
}
