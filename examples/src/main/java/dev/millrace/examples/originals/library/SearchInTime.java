package dev.millrace.examples.originals.library;

import dev.millrace.Channel;
import dev.millrace.Receiver;
import dev.millrace.Selector;
import dev.millrace.examples.originals.Server;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Search 2.1: asks all servers at once, and does not wait for slow ones.
 *
 * <p>One timer for the whole search, made before the loop, stands beside the answers in the select.
 * What has not come when it fires is left out.
 */
public final class SearchInTime {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private SearchInTime() {}

  /** Runs the program. */
  public static void main(String[] args) throws InterruptedException {
    run(System.out, PATIENCE);
  }

  static void run(PrintStream out, Duration patience) throws InterruptedException {
    List<Server> servers = List.of(Server.fast("web"), Server.fast("image"), Server.silent());
    List<String> results = search("millrace", servers, patience);
    results.stream().sorted().forEach(out::println);
    out.println(results.size() + " of " + servers.size() + " servers answered in time");
  }

  static List<String> search(String query, List<Server> servers, Duration patience)
      throws InterruptedException {
    Channel<String> answers = Channel.rendezvous("answers");
    Receiver<?> timeout = Receiver.after(patience);
    Selector<Optional<String>> next =
        Selector.<Optional<String>>fair()
            .receive(answers, Optional::of)
            .receive(timeout, time -> Optional.empty())
            .build();
    List<String> results = new ArrayList<>();
    try (Goroutines goroutines = new Goroutines()) {
      for (Server server : servers) {
        goroutines.go(() -> answers.send(server.answer(query)));
      }
      while (results.size() < servers.size()) {
        Optional<String> answer = next.select();
        if (answer.isEmpty()) {
          break;
        }
        results.add(answer.get());
      }
    }
    return results;
  }
}
