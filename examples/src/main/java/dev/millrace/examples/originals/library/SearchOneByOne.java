package dev.millrace.examples.originals.library;

import dev.millrace.examples.originals.Server;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Search 1.0: asks one server after the other, and takes as long as all of them together. */
public final class SearchOneByOne {

  private SearchOneByOne() {}

  /** Runs the program. */
  public static void main(String[] args) throws InterruptedException {
    run(System.out);
  }

  static void run(PrintStream out) throws InterruptedException {
    List<Server> servers = List.of(Server.fast("web"), Server.fast("image"), Server.fast("video"));
    search("millrace", servers).forEach(out::println);
  }

  private static List<String> search(String query, List<Server> servers)
      throws InterruptedException {
    List<String> results = new ArrayList<>();
    for (Server server : servers) {
      results.add(server.answer(query));
    }
    return results;
  }
}
