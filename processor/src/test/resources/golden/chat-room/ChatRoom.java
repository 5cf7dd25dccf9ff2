package demo;

import dev.millrace.Sender;
import dev.millrace.annotation.Case;
import dev.millrace.annotation.Producer;
import dev.millrace.annotation.Select;
import dev.millrace.annotation.Topology;
import java.util.HashMap;
import java.util.Map;

@Topology(stages = ChatRoom.Room.class)
public interface ChatRoom {

  sealed interface Event {
    @Case("joins")
    record Joined(String name, Sender<String> inbox) implements Event {}

    @Case("leaves")
    record Left(String name) implements Event {}

    @Case("posts")
    record Posted(String from, String text) implements Event {}
  }

  @Producer("joins")
  void join(Event.Joined member) throws InterruptedException;

  @Producer("leaves")
  void leave(String name) throws InterruptedException;

  @Producer("posts")
  void post(Event.Posted message) throws InterruptedException;

  final class Room {
    private final Map<String, Sender<String>> members = new HashMap<>();

    @Select
    void on(Event event) {
      switch (event) {
        case Event.Joined(String name, Sender<String> inbox) -> members.put(name, inbox);
        case Event.Left(String name) -> members.remove(name);
        case Event.Posted(String from, String text) ->
            members.values().forEach(inbox -> inbox.trySend(from + ": " + text));
      }
    }
  }
}
