package demo;

import dev.millrace.annotation.Consumer;
import dev.millrace.annotation.Producer;
import java.io.IOException;
import java.util.Optional;

interface Gateway {
  @Consumer("priced")
  @Producer("receipts")
  Optional<OrderDesk.Receipt.Invoice> invoice(OrderDesk.Priced priced)
      throws IOException;
}
