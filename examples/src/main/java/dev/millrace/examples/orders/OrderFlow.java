package dev.millrace.examples.orders;

import dev.millrace.Sender;
import dev.millrace.Signal;
import dev.millrace.annotation.Buffer;
import dev.millrace.annotation.Case;
import dev.millrace.annotation.Consumer;
import dev.millrace.annotation.Producer;
import dev.millrace.annotation.Request;
import dev.millrace.annotation.Topology;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Orders come in through a port, are priced by a pool of workers, and are then invoiced and
 * shipped; everything that was done is written into a journal.
 */
@Topology(stages = {PriceDesk.class, Journal.class})
@Buffer(channel = "orders", size = 64)
public interface OrderFlow {

  /** What a customer wants. */
  record Order(long id, String sku, int quantity) {}

  /** What it costs. */
  record Priced(Order order, long cents) {}

  /** What was done with an order. */
  sealed interface Entry {

    /** The customer owes this much. */
    record Invoice(long order, long cents) implements Entry {}

    /** The warehouse sends this. */
    record Shipment(long order, String sku, int quantity) implements Entry {}
  }

  // Ports: called by the threads of the web server.

  /** Accepts an order if there is room for it in time; once accepted it is carried out. */
  @Producer("orders")
  boolean submit(Order order, Duration atMost) throws InterruptedException;

  /** Asks what one piece costs. */
  @Request("quotes")
  long quote(String sku, Duration atMost) throws UnknownSku, TimeoutException, InterruptedException;

  // Stages without state; those with state are in PriceDesk and Journal.

  /** Invoices an order and ships it. */
  @Consumer("priced")
  @Producer("entries")
  default Stream<Entry> fulfil(Priced priced) {
    Order order = priced.order();
    return Stream.of(
        new Entry.Invoice(order.id(), priced.cents()),
        new Entry.Shipment(order.id(), order.sku(), order.quantity()));
  }

  /** Reminds the journal to write down what it holds. */
  @Producer("flushes")
  default void remind(Sender<Signal> flushes) throws InterruptedException {
    while (true) {
      Thread.sleep(Duration.ofMillis(100));
      flushes.send(Signal.SIGNAL);
    }
  }

  /** What the journal waits for. */
  sealed interface JournalEvent {

    /** Something was done. */
    @Case("entries")
    record Booked(Entry entry) implements JournalEvent {}

    /** Time to write down what is held. */
    @Case("flushes")
    record Flush() implements JournalEvent {}

    /** Every order was invoiced and shipped, and no other will come. */
    @Case(value = "entries", closed = true)
    record AllBooked() implements JournalEvent {}
  }
}
