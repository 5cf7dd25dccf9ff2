package demo;

import dev.millrace.Received;
import dev.millrace.Receiver;
import dev.millrace.annotation.Broadcast;
import dev.millrace.annotation.Buffer;
import dev.millrace.annotation.Case;
import dev.millrace.annotation.Close;
import dev.millrace.annotation.Consumer;
import dev.millrace.annotation.Producer;
import dev.millrace.annotation.Select;
import dev.millrace.annotation.Topology;
import dev.millrace.annotation.Workers;
import java.util.Optional;

@Topology
@Buffer(channel = "news", size = 8)
@Broadcast({"news", "songs", "alarms"})
public interface Radio {

  @Producer("news")
  void report(String news) throws InterruptedException;

  @Producer("news")
  boolean tryReport(String news);

  @Close({"news", "songs"})
  void signOff();

  @Consumer("news")
  Receiver<String> kitchen();

  @Consumer("news")
  Receiver<String> car();

  @Consumer("news")
  default void archive(String news) {}

  @Producer("songs")
  void play(String song) throws InterruptedException;

  @Consumer("songs")
  Optional<String> nextSong() throws InterruptedException;

  @Consumer("songs")
  Received<String> pollSong();

  @Workers(2)
  @Consumer("songs")
  default void transmit(String song) {}

  @Consumer("songs")
  @Producer("counts")
  default long count(Receiver<String> songs) {
    return songs.stream().count();
  }

  @Consumer("counts")
  long played() throws InterruptedException;

  @Producer("alarms")
  void alarm() throws InterruptedException;

  sealed interface Event {
    @Case("news")
    record News(String text) implements Event {}

    @Case(value = "news", closed = true)
    record SignedOff() implements Event {}

    @Case("alarms")
    record Alarm() implements Event {}
  }

  @Select
  default void on(Event event) {}

  sealed interface Call {
    @Case("alarms")
    record Ringing() implements Call {}

    @Case(value = "alarms", closed = true)
    record Silence() implements Call {}
  }

  @Select
  Call awaitCall() throws InterruptedException;
}
