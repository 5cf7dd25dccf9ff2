package dev.millrace.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order server as its operators see it: a process that is told to end. */
class OrderServerTest {

  private static final int CUSTOMERS = 16;
  private static final int ORDERS_BEFORE_THE_END = 400;

  @TempDir Path folder;

  @Test
  void losesNoOrderThatItAcceptedWhenItIsToldToEndUnderLoad() throws Exception {
    Path journal = folder.resolve("journal");
    Program server =
        Program.start(
            folder, List.of("-Xmx64m"), OrderServer.class, List.of(journal.toString(), "0"));
    int port = Integer.parseInt(server.awaitError("listening on port "));
    Customers customers = new Customers(port);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Void>> ordering = new ArrayList<>();
      for (int i = 0; i < CUSTOMERS; i++) {
        ordering.add(threads.submit(customers));
      }
      assertTrue(customers.enough.await(60, TimeUnit.SECONDS), "the server accepts orders");

      server.tellToEnd();

      for (Future<Void> one : ordering) {
        one.get();
      }
    }
    Program.Ended ended = server.end();

    assertTrue(ended.errors().endsWith("everything accepted is in the journal\n"), ended.errors());
    Map<Long, Set<String>> done = entries(journal);
    for (long order : customers.accepted) {
      assertEquals(Set.of("invoice", "shipment"), done.get(order), "order " + order);
    }
  }

  @Test
  void saysHowItIsStarted() throws Exception {
    Program.Ended ended = Program.run(folder, OrderServer.class, "journal", "-1");

    assertEquals("usage: OrderServer journal-file port\n", ended.errors());
    assertEquals(2, ended.status());
  }

  @Test
  void saysWhyItCannotStart() throws Exception {
    Path missing = folder.resolve("missing").resolve("journal");

    Program.Ended ended = Program.run(folder, OrderServer.class, missing.toString(), "0");

    assertTrue(ended.errors().startsWith("cannot start: "), ended.errors());
    assertTrue(ended.errors().contains(missing.toString()), ended.errors());
    assertEquals(1, ended.status());
  }

  /** What was done with each order; nothing is done twice. */
  private static Map<Long, Set<String>> entries(Path journal) throws IOException {
    Map<Long, Set<String>> entries = new TreeMap<>();
    for (String line : Files.readAllLines(journal)) {
      String[] words = line.split(" ", -1);
      Set<String> done = entries.computeIfAbsent(Long.valueOf(words[1]), id -> new TreeSet<>());
      assertTrue(done.add(words[0]), () -> line + " stands there twice");
    }
    return entries;
  }

  /** Customers who order until the server does not answer any more. */
  private static final class Customers implements Callable<Void> {

    final Set<Long> accepted = new ConcurrentSkipListSet<>();
    final CountDownLatch enough = new CountDownLatch(ORDERS_BEFORE_THE_END);
    private final AtomicLong lastOrder = new AtomicLong();
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI orders;

    Customers(int port) {
      orders = URI.create("http://127.0.0.1:" + port + "/orders");
    }

    @Override
    public Void call() throws InterruptedException {
      while (true) {
        long order = lastOrder.incrementAndGet();
        try {
          HttpRequest request =
              HttpRequest.newBuilder(orders)
                  .POST(BodyPublishers.ofString(order + " sack 3"))
                  .build();
          if (client.send(request, BodyHandlers.ofString()).statusCode() == 202) {
            accepted.add(order);
            enough.countDown();
          }
        } catch (IOException gone) {
          // An order without an answer may have been accepted or not: the customer cannot know.
          return null;
        }
      }
    }
  }
}
