package dev.millrace.examples;

import dev.millrace.TopologyFailedException;
import dev.millrace.examples.orders.OrderService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;

/**
 * Takes orders by HTTP until it is told to end, by SIGTERM or Ctrl-C, and then carries out what it
 * has accepted.
 */
public final class OrderServer {

  private static final Map<String, Long> PRICES =
      Map.of("wheel", 12_50L, "stone", 310_00L, "sack", 1_20L);

  private static final Duration PATIENCE = Duration.ofMillis(200);

  private OrderServer() {}

  /** Runs the program: the file to write the journal to, and the port to listen on, 0 for any. */
  public static void main(String[] arguments) throws InterruptedException {
    if (arguments.length != 2 || !arguments[1].matches("\\d{1,5}")) {
      System.err.println("usage: OrderServer journal-file port");
      System.exit(2);
    }
    OrderService service;
    try {
      service =
          OrderService.start(
              Integer.parseInt(arguments[1]),
              PRICES,
              Files.newBufferedWriter(
                  Path.of(arguments[0]), StandardOpenOption.CREATE, StandardOpenOption.APPEND),
              PATIENCE);
    } catch (IOException | IllegalArgumentException failed) {
      System.err.println("cannot start: " + failed);
      System.exit(1);
      return;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(service)));
    System.err.println("listening on port " + service.port());
    try {
      service.awaitEnd();
    } catch (TopologyFailedException failed) {
      // The hook tells why; orders that cannot be carried out must not be accepted any more.
      System.exit(1);
    }
  }

  private static void close(OrderService service) {
    try {
      service.close();
      System.err.println("everything accepted is in the journal");
    } catch (TopologyFailedException failed) {
      System.err.println("orders were lost: " + failed + ", caused by " + failed.getCause());
    }
  }
}
