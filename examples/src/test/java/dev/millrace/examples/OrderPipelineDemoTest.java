package dev.millrace.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderPipelineDemoTest {

  @Test
  void everyOrderIsInvoicedAndShipped(@TempDir Path folder) throws Exception {
    Program.Ended ended = Program.run(folder, OrderPipelineDemo.class);

    assertEquals("", ended.errors());
    assertEquals(
        """
        1000 invoices over 803750 cents
        1000 shipments of 1999 pieces
        lost: {}
        """,
        ended.output());
    assertEquals(0, ended.status());
  }
}
