package dev.millrace.examples.originals.annotated;

import dev.millrace.annotation.Case;
import dev.millrace.annotation.Consumer;
import dev.millrace.annotation.Producer;
import dev.millrace.annotation.Select;
import dev.millrace.annotation.Topology;
import dev.millrace.examples.originals.Server;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Search 2.1: three servers are asked at once, their answers are merged, and slow ones are not
 * waited for.
 *
 * <p>The servers are an interface, {@link Servers}, so that any will do: fakes here.
 */
@Topology(stages = SearchInTime.Servers.class)
public interface SearchInTime {

  /** The stages that answer queries. */
  interface Servers {

    /** Searches the web. */
    @Consumer("web")
    @Producer("answers")
    String web(String query) throws InterruptedException;

    /** Searches images. */
    @Consumer("image")
    @Producer("answers")
    String image(String query) throws InterruptedException;

    /** Searches videos. */
    @Consumer("video")
    @Producer("answers")
    String video(String query) throws InterruptedException;
  }

  /** What a search waits for. */
  sealed interface Event {

    /** A server has answered. */
    @Case("answers")
    record Answer(String text) implements Event {}

    /** The time is up. */
    @Case("timeouts")
    record TimeOut(Duration after) implements Event {}
  }

  /** Asks for pages. */
  @Producer("web")
  void askWeb(String query) throws InterruptedException;

  /** Asks for images. */
  @Producer("image")
  void askImage(String query) throws InterruptedException;

  /** Asks for videos. */
  @Producer("video")
  void askVideo(String query) throws InterruptedException;

  /** Starts the timer. */
  @Producer("timers")
  void startTimer(Duration patience) throws InterruptedException;

  /** Waits for an answer or for the time to be up. */
  @Select
  Event next() throws InterruptedException;

  /** Lets time pass. */
  @Consumer("timers")
  @Producer("timeouts")
  default Duration sleep(Duration patience) throws InterruptedException {
    Thread.sleep(patience);
    return patience;
  }

  /** Servers that are not part of the topology, as its stages. */
  record Elsewhere(Server webs, Server images, Server videos) implements Servers {

    @Override
    public String web(String query) throws InterruptedException {
      return webs.answer(query);
    }

    @Override
    public String image(String query) throws InterruptedException {
      return images.answer(query);
    }

    @Override
    public String video(String query) throws InterruptedException {
      return videos.answer(query);
    }
  }

  /** Asks all servers at once, and returns those of their answers that come in time. */
  static List<String> search(String query, Servers servers, Duration patience)
      throws InterruptedException {
    List<String> answers = new ArrayList<>();
    try (var search = SearchInTimeTopology.start(servers)) {
      search.startTimer(patience);
      search.askWeb(query);
      search.askImage(query);
      search.askVideo(query);
      boolean inTime = true;
      while (inTime && answers.size() < 3) {
        switch (search.next()) {
          case Event.Answer(String text) -> answers.add(text);
          case Event.TimeOut(Duration after) -> inTime = false;
        }
      }
      search.cancel(); // Nobody waits for the slow ones any more, nor for the timer.
    }
    return answers;
  }

  /** Runs the program. */
  static void main(String[] args) throws InterruptedException {
    run(System.out, Duration.ofSeconds(2));
  }

  /** Runs the program, printing to {@code out}. */
  static void run(PrintStream out, Duration patience) throws InterruptedException {
    Servers servers = new Elsewhere(Server.fast("web"), Server.fast("image"), Server.silent());
    List<String> answers = search("millrace", servers, patience);
    answers.stream().sorted().forEach(out::println);
    out.println(answers.size() + " of 3 servers answered in time");
  }
}
