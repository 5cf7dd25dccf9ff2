package dev.millrace.examples.originals.library;

import dev.millrace.Channel;
import dev.millrace.examples.originals.Server;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/**
 * Search 3.0: asks several replicas of each server and takes the first answer, so that a slow
 * server is nobody's problem.
 *
 * <p>A group of replicas is a server itself, so the search is that of {@link SearchInTime}. Here
 * one of each three answers, and the time-out is never needed.
 */
public final class SearchReplicated {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private SearchReplicated() {}

  /** Runs the program. */
  public static void main(String[] args) throws InterruptedException {
    run(System.out);
  }

  static void run(PrintStream out) throws InterruptedException {
    List<Server> servers =
        List.of(
            firstOf(Server.fast("web"), Server.silent(), Server.silent()),
            firstOf(Server.silent(), Server.fast("image"), Server.silent()),
            firstOf(Server.silent(), Server.silent(), Server.fast("video")));
    List<String> results = SearchInTime.search("millrace", servers, PATIENCE);
    results.stream().sorted().forEach(out::println);
    out.println(results.size() + " of " + servers.size() + " servers answered in time");
  }

  /** A server that answers as fast as the fastest of its replicas; the others are interrupted. */
  public static Server firstOf(Server... replicas) {
    return query -> {
      Channel<String> answers = Channel.rendezvous("answers of replicas");
      try (Goroutines goroutines = new Goroutines()) {
        for (Server replica : replicas) {
          goroutines.go(() -> answers.send(replica.answer(query)));
        }
        return answers.receive();
      }
    };
  }
}
