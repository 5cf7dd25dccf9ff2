package dev.millrace.examples.chat;

import dev.millrace.ChannelClosedException;
import dev.millrace.Sender;
import dev.millrace.annotation.Case;
import dev.millrace.annotation.Close;
import dev.millrace.annotation.Producer;
import dev.millrace.annotation.Select;
import dev.millrace.annotation.Topology;
import java.util.LinkedHashMap;
import java.util.Map;

/** A room in which everybody hears what anybody says. */
@Topology(stages = ChatRoom.Room.class)
public interface ChatRoom {

  /** What happens in the room; what is put on "joins" and "posts" is an event as it is. */
  sealed interface Event {

    /** Somebody came in, and brought the inbox to write to. */
    @Case("joins")
    record Joined(String name, Sender<String> inbox) implements Event {}

    /** Somebody went home. */
    @Case("leaves")
    record Left(String name) implements Event {}

    /** Somebody said something. */
    @Case("posts")
    record Posted(String from, String text) implements Event {}

    /** Nobody will come in any more. */
    @Case(value = "joins", closed = true)
    record ClosedDown() implements Event {}
  }

  /** Comes in; the inbox is closed if somebody of that name is here already. */
  @Producer("joins")
  void join(Event.Joined member) throws InterruptedException;

  /** Goes home; the inbox is closed. */
  @Producer("leaves")
  void leave(String name) throws InterruptedException;

  /** Says something to everybody. */
  @Producer("posts")
  void post(Event.Posted message) throws InterruptedException;

  /** Sends everybody home: the inboxes are closed. */
  @Close({"joins", "leaves", "posts"})
  void closeDown();

  /** Who is there. One thread owns the map: there is no lock anywhere. */
  final class Room {
    private final Map<String, Sender<String>> members = new LinkedHashMap<>();

    @Select
    void on(Event event) {
      switch (event) {
        case Event.Joined(String name, Sender<String> inbox) -> {
          if (members.putIfAbsent(name, inbox) == null) {
            tellAll(name + " came in");
          } else {
            // One guest's mistake: to throw would end the room for all of them.
            inbox.close();
          }
        }
        case Event.Left(String name) -> {
          Sender<String> inbox = members.remove(name);
          if (inbox != null) {
            inbox.close();
            tellAll(name + " went home");
          }
        }
        case Event.Posted(String from, String text) -> tellAll(from + ": " + text);
        case Event.ClosedDown() -> {
          members.values().forEach(Sender::close);
          members.clear();
        }
      }
    }

    private void tellAll(String line) {
      members.values().removeIf(inbox -> !tell(inbox, line));
    }

    /** Whether the inbox is open still; who does not read it misses the line, and delays nobody. */
    private static boolean tell(Sender<String> inbox, String line) {
      try {
        boolean unused = inbox.trySend(line);
        return true;
      } catch (ChannelClosedException gone) {
        return false;
      }
    }
  }
}
