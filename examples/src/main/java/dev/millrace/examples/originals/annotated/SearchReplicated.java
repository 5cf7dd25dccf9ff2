package dev.millrace.examples.originals.annotated;

import static dev.millrace.examples.originals.library.SearchReplicated.firstOf;

import dev.millrace.examples.originals.Server;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/**
 * Search 3.0: the topology of {@link SearchInTime}, started with servers that are groups of
 * replicas. Who the servers are is decided where it is started, so nothing else changes.
 */
public final class SearchReplicated {

  private SearchReplicated() {}

  /** Runs the program. */
  public static void main(String[] args) throws InterruptedException {
    run(System.out);
  }

  static void run(PrintStream out) throws InterruptedException {
    SearchInTime.Servers servers =
        new SearchInTime.Elsewhere(
            firstOf(Server.fast("web"), Server.silent(), Server.silent()),
            firstOf(Server.silent(), Server.fast("image"), Server.silent()),
            firstOf(Server.silent(), Server.silent(), Server.fast("video")));
    List<String> answers = SearchInTime.search("millrace", servers, Duration.ofMinutes(1));
    answers.stream().sorted().forEach(out::println);
    out.println(answers.size() + " of 3 servers answered in time");
  }
}
