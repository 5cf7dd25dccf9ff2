package dev.millrace.examples.orders;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.millrace.ChannelClosedException;
import dev.millrace.TopologyFailedException;
import dev.millrace.examples.orders.OrderFlow.Order;
import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;

/**
 * The web front of {@link OrderFlow}: {@code GET /quotes/SKU} asks what one piece costs, {@code
 * POST /orders} with {@code ID SKU QUANTITY} as its body orders some.
 *
 * <p>An order that was answered with 202 is invoiced, shipped and in the journal when {@link
 * #close} returns.
 */
public final class OrderService implements AutoCloseable {

  private static final int SECONDS_FOR_ANSWERS = 2;

  private final OrderFlowTopology flow;
  private final HttpServer http;
  private final Duration patience;
  private final ExecutorService handlers = Executors.newVirtualThreadPerTaskExecutor();

  private OrderService(OrderFlowTopology flow, HttpServer http, Duration patience) {
    this.flow = flow;
    this.http = http;
    this.patience = patience;
  }

  /**
   * Starts the service on this machine's own address.
   *
   * @param port where to listen, 0 for any free port
   * @param prices what one piece costs, in cents
   * @param journal where to write what was done; closed at the end
   * @param patience how long a client waits at most for a stage that is busy
   * @throws IOException if the port is taken
   */
  public static OrderService start(
      int port, Map<String, Long> prices, Writer journal, Duration patience) throws IOException {
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    OrderService service =
        new OrderService(
            OrderFlowTopology.start(new PriceDesk(prices), new Journal(journal)), http, patience);
    http.setExecutor(service.handlers);
    http.createContext("/quotes/", exchange -> answer(exchange, service::quote));
    http.createContext("/orders", exchange -> answer(exchange, service::order));
    http.start();
    return service;
  }

  /** The port it listens on. */
  public int port() {
    return http.getAddress().getPort();
  }

  /**
   * Waits until the topology has ended, which it does by itself only if a stage fails.
   *
   * @throws TopologyFailedException if a stage failed
   */
  public void awaitEnd() throws InterruptedException {
    flow.join();
  }

  /**
   * Stops in this order: no new connections, answers to those that are being served, then the
   * topology, which carries out what was accepted.
   *
   * @throws TopologyFailedException if a stage failed
   */
  @Override
  public void close() {
    http.stop(SECONDS_FOR_ANSWERS);
    flow.close();
    handlers.close();
  }

  /** What to tell a client. */
  private record Answer(int status, String text) {}

  /** Turns a request into an answer. */
  private interface Handler {
    Answer handle(HttpExchange exchange) throws IOException, InterruptedException;
  }

  private Answer quote(HttpExchange exchange) throws InterruptedException {
    String sku = exchange.getRequestURI().getPath().substring("/quotes/".length());
    try {
      return new Answer(200, String.valueOf(flow.quote(sku, patience)));
    } catch (UnknownSku unknown) {
      return new Answer(404, "nobody sells " + unknown.sku());
    } catch (TimeoutException late) {
      return new Answer(504, "busy, try again");
    }
  }

  private Answer order(HttpExchange exchange) throws IOException, InterruptedException {
    String body =
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).strip();
    Optional<Order> order = parse(body);
    if (order.isEmpty()) {
      return new Answer(400, "not an order: " + body + ". Write ID SKU QUANTITY.");
    }
    try {
      flow.quote(order.get().sku(), patience);
      return flow.submit(order.get(), patience)
          ? new Answer(202, "accepted " + order.get().id())
          : new Answer(503, "busy, try again");
    } catch (UnknownSku unknown) {
      return new Answer(400, "nobody sells " + unknown.sku());
    } catch (TimeoutException late) {
      return new Answer(503, "busy, try again");
    }
  }

  private static Optional<Order> parse(String body) {
    String[] words = body.split(" ", -1);
    try {
      Order order = new Order(Long.parseLong(words[0]), words[1], Integer.parseInt(words[2]));
      return words.length == 3 && order.quantity() > 0 ? Optional.of(order) : Optional.empty();
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException malformed) {
      return Optional.empty();
    }
  }

  private static void answer(HttpExchange exchange, Handler handler) throws IOException {
    try (exchange) {
      Answer answer;
      try {
        answer = handler.handle(exchange);
      } catch (ChannelClosedException closing) {
        answer = new Answer(503, "closing");
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        answer = new Answer(503, "closing");
      }
      byte[] text = (answer.text() + "\n").getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), text.length);
      exchange.getResponseBody().write(text);
    }
  }
}
