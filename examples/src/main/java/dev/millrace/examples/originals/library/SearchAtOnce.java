package dev.millrace.examples.originals.library;

import dev.millrace.Channel;
import dev.millrace.examples.originals.Server;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Search 2.0: asks all servers at once, and takes as long as the slowest of them.
 *
 * <p>No locks, no callbacks: the answers come over one channel, in any order. The program sorts
 * them before it prints them.
 */
public final class SearchAtOnce {

  private SearchAtOnce() {}

  /** Runs the program. */
  public static void main(String[] args) throws InterruptedException {
    run(System.out);
  }

  static void run(PrintStream out) throws InterruptedException {
    List<Server> servers = List.of(Server.fast("web"), Server.fast("image"), Server.fast("video"));
    search("millrace", servers).stream().sorted().forEach(out::println);
  }

  private static List<String> search(String query, List<Server> servers)
      throws InterruptedException {
    Channel<String> answers = Channel.rendezvous("answers");
    List<String> results = new ArrayList<>();
    try (Goroutines goroutines = new Goroutines()) {
      for (Server server : servers) {
        goroutines.go(() -> answers.send(server.answer(query)));
      }
      while (results.size() < servers.size()) {
        results.add(answers.receive());
      }
    }
    return results;
  }
}
