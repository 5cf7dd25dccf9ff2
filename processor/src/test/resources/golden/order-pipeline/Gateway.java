package demo;

import dev.millrace.annotation.Consumer;
import dev.millrace.annotation.Producer;
import java.io.IOException;
import java.util.Optional;

interface Gateway {
  @Consumer("priced")
  @Producer("receipts")
  Optional<OrderPipeline.Receipt.Invoice> invoice(OrderPipeline.Priced priced)
      throws IOException;
}
