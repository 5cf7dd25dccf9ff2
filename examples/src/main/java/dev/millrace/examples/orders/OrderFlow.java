package dev.millrace.examples.orders;

import dev.millrace.Sender;
import dev.millrace.Signal;
import dev.millrace.annotation.Broadcast;
import dev.millrace.annotation.Buffer;
import dev.millrace.annotation.Case;
import dev.millrace.annotation.Consumer;
import dev.millrace.annotation.Producer;
import dev.millrace.annotation.Request;
import dev.millrace.annotation.Topology;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/**
 * Orders come in through a port and are priced by a pool of workers; then each is both invoiced and
 * shipped, by two stages that do not wait for each other. What was done is written into a journal.
 */
@Topology(stages = {PriceDesk.class, Journal.class})
@Buffer(channel = "orders", size = 64)
@Buffer(channel = "priced", size = 8)
@Broadcast("priced") // invoicing and shipping both see every order
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

  /** Charges for an order. */
  @Consumer("priced")
  @Producer("entries")
  default Entry.Invoice invoice(Priced priced) {
    return new Entry.Invoice(priced.order().id(), priced.cents());
  }

  /** Sends an order out; it neither waits for the invoice nor holds it up for long. */
  @Consumer("priced")
  @Producer("entries")
  default Entry.Shipment ship(Priced priced) {
    Order order = priced.order();
    return new Entry.Shipment(order.id(), order.sku(), order.quantity());
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
