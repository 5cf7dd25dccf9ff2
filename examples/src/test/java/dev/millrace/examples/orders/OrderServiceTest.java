package dev.millrace.examples.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.TopologyFailedException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What customers see of the order service, and what the journal holds afterwards. */
class OrderServiceTest {

  private static final Map<String, Long> PRICES = Map.of("wheel", 1250L);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final StringWriter journal = new StringWriter();

  @Test
  void invoicesAndShipsEveryOrderThatItAccepts() throws Exception {
    try (HttpClient client = HttpClient.newHttpClient();
        OrderService service = OrderService.start(0, PRICES, journal, PATIENCE)) {
      assertEquals("202 accepted 7", order(client, service, "7 wheel 2"));
    }

    assertEquals(
        List.of("invoice 7 2500", "shipment 7 wheel 2"),
        journal.toString().lines().sorted().toList());
  }

  @Test
  void answersQuotesAndSaysWhatNobodySells() throws Exception {
    try (HttpClient client = HttpClient.newHttpClient();
        OrderService service = OrderService.start(0, PRICES, journal, PATIENCE)) {
      assertEquals("200 1250", quote(client, service, "wheel"));
      assertEquals("404 nobody sells moon", quote(client, service, "moon"));
      assertEquals("200 1250", quote(client, service, "wheel"));
    }
  }

  @Test
  void refusesWhatIsNoOrderAndGoesOn() throws Exception {
    try (HttpClient client = HttpClient.newHttpClient();
        OrderService service = OrderService.start(0, PRICES, journal, PATIENCE)) {
      for (String malformed :
          List.of("", "wheel", "7 wheel", "7 wheel 0", "7 wheel x", "7 a 1 1")) {
        assertEquals(
            "400 not an order: " + malformed + ". Write ID SKU QUANTITY.",
            order(client, service, malformed));
      }
      assertEquals("400 nobody sells moon", order(client, service, "8 moon 1"));
      assertEquals("202 accepted 9", order(client, service, "9 wheel 1"));
    }

    assertEquals(
        List.of("invoice 9 1250", "shipment 9 wheel 1"),
        journal.toString().lines().sorted().toList());
  }

  @Test
  void failsAsAWholeIfTheJournalCannotBeWritten() throws Exception {
    Writer full =
        new Writer() {
          @Override
          public void write(char[] text, int from, int length) throws IOException {
            throw new IOException("the disk is full");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    try (HttpClient client = HttpClient.newHttpClient()) {
      OrderService service = OrderService.start(0, PRICES, full, PATIENCE);
      assertEquals("202 accepted 1", order(client, service, "1 wheel 1"));
      TopologyFailedException failed =
          assertThrows(TopologyFailedException.class, service::awaitEnd);

      assertInstanceOf(IOException.class, failed.getCause());
      assertEquals("503 closing", order(client, service, "2 wheel 1"));
      assertThrows(TopologyFailedException.class, service::close);
    }
  }

  private static String order(HttpClient client, OrderService service, String order)
      throws Exception {
    return told(
        client.send(
            HttpRequest.newBuilder(uri(service, "/orders"))
                .POST(BodyPublishers.ofString(order))
                .build(),
            BodyHandlers.ofString()));
  }

  private static String quote(HttpClient client, OrderService service, String sku)
      throws Exception {
    return told(
        client.send(
            HttpRequest.newBuilder(uri(service, "/quotes/" + sku)).build(),
            BodyHandlers.ofString()));
  }

  private static URI uri(OrderService service, String path) {
    return URI.create("http://127.0.0.1:" + service.port() + path);
  }

  private static String told(HttpResponse<String> response) {
    return response.statusCode() + " " + response.body().strip();
  }
}
