package dev.millrace.examples.orders;

import dev.millrace.annotation.Select;
import dev.millrace.examples.orders.OrderFlow.Entry;
import dev.millrace.examples.orders.OrderFlow.JournalEvent;
import java.io.IOException;
import java.io.Writer;

/**
 * Writes down what was done, a line each: an actor. One thread calls {@link #on}, so the writer
 * needs no lock although two stages and a clock feed it.
 */
final class Journal {

  private final Writer lines;

  /** A journal that will close the writer when everything was written. */
  Journal(Writer lines) {
    this.lines = lines;
  }

  @Select
  void on(JournalEvent event) throws IOException {
    switch (event) {
      case JournalEvent.Booked(var entry) -> lines.write(line(entry));
      case JournalEvent.Flush() -> lines.flush();
      case JournalEvent.AllBooked() -> lines.close();
    }
  }

  private static String line(Entry entry) {
    return switch (entry) {
      case Entry.Invoice(long order, long cents) -> "invoice " + order + " " + cents + "\n";
      case Entry.Shipment(long order, String sku, int quantity) ->
          "shipment " + order + " " + sku + " " + quantity + "\n";
    };
  }
}
