package demo;

import dev.millrace.annotation.Buffer;
import dev.millrace.annotation.Case;
import dev.millrace.annotation.Consumer;
import dev.millrace.annotation.Otherwise;
import dev.millrace.annotation.Producer;
import dev.millrace.annotation.Select;
import dev.millrace.annotation.Topology;
import java.time.Duration;
import java.util.Optional;

@Topology
@Buffer(channel = "counts", size = 1)
public interface Exchange {

  record Quote(long cents) {}

  sealed interface Deal {
    @Producer("offers")
    record Offered() implements Deal {}

    @Case("bids")
    record Bid(long cents) implements Deal {}
  }

  sealed interface Turn {
    @Producer(value = "counts", when = "mayCount")
    record Counted() implements Turn {}

    @Producer("bells")
    record Rung() implements Turn {}

    @Case("offers")
    record Quote(Exchange.Quote quote) implements Turn {}

    @Otherwise
    record Nothing() implements Turn {}
  }

  @Select
  Deal offerOrTake(@Producer("offers") Quote quote) throws InterruptedException;

  @Select
  Optional<Deal> offerOrTakeUntilTheEnd(@Producer("offers") Quote quote);

  @Select(priority = true)
  Turn turn(@Producer("counts") int count);

  @Select
  Turn turn(Duration patience, @Producer("counts") int count) throws InterruptedException;

  default boolean mayCount() {
    return true;
  }

  @Producer("bids")
  void bid(long cents) throws InterruptedException;

  @Consumer("counts")
  int count() throws InterruptedException;

  @Consumer("bells")
  void awaitBell() throws InterruptedException;
}
