package dev.millrace.examples;

import dev.millrace.Channel;
import dev.millrace.examples.chat.ChatRoom;
import dev.millrace.examples.chat.ChatRoom.Event;
import dev.millrace.examples.chat.ChatRoomTopology;

/** Ada and Grace talk, Ada goes home, and each prints what she has heard. */
public final class ChatDemo {

  private ChatDemo() {}

  /** Runs the program. */
  public static void main(String[] arguments) throws InterruptedException {
    Channel<String> ada = Channel.buffered("ada", 16);
    Channel<String> grace = Channel.buffered("grace", 16);
    try (var room = ChatRoomTopology.start(new ChatRoom.Room())) {
      room.join(new Event.Joined("Ada", ada));
      room.join(new Event.Joined("Grace", grace));
      room.post(new Event.Posted("Ada", "Good morning!"));
      room.post(new Event.Posted("Grace", "Have you seen the bug?"));
      room.leave("Ada");
      room.post(new Event.Posted("Grace", "Now it is quiet."));
      room.leave("Grace");
    }
    for (String line : ada) {
      System.out.println("Ada heard    " + line);
    }
    for (String line : grace) {
      System.out.println("Grace heard  " + line);
    }
  }
}
