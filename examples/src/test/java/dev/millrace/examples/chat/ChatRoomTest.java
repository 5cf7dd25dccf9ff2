package dev.millrace.examples.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.Channel;
import dev.millrace.ChannelClosedException;
import dev.millrace.Sender;
import dev.millrace.TopologyFailedException;
import dev.millrace.examples.chat.ChatRoom.Event;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An actor whose only thread owns everything. */
@Timeout(60)
class ChatRoomTest {

  @Test
  void whatOneSaysIsHeardInOrder() throws Exception {
    Channel<String> ada = Channel.unlimited("ada");
    try (var room = ChatRoomTopology.start(new ChatRoom.Room())) {
      room.join(new Event.Joined("Ada", ada));
      for (int i = 0; i < 1_000; i++) {
        room.post(new Event.Posted("Grace", "line " + i));
      }
      room.leave("Ada");
    }
    assertEquals("Ada came in", ada.receive());
    for (int i = 0; i < 1_000; i++) {
      assertEquals("Grace: line " + i, ada.receive());
    }
    assertEquals(List.of(), ada.stream().toList());
  }

  @Test
  void whoDoesNotReadDelaysNobodyAndWhoIsGoneIsForgotten() throws Exception {
    Channel<String> deaf = Channel.buffered("deaf", 1);
    Channel<String> gone = Channel.unlimited("gone");
    Channel<String> ada = Channel.unlimited("ada");
    Channel<String> back = Channel.unlimited("back");
    try (var room = ChatRoomTopology.start(new ChatRoom.Room())) {
      room.join(new Event.Joined("Deaf", deaf));
      room.join(new Event.Joined("Gone", gone));
      gone.close();
      room.join(new Event.Joined("Ada", ada));
      room.join(new Event.Joined("Gone", back));
      room.leave("Ada");
      room.leave("Gone");
    }
    assertEquals("Deaf came in", deaf.receive());
    assertEquals(List.of("Ada came in", "Gone came in"), ada.stream().toList());
    assertEquals(List.of("Gone came in", "Ada went home"), back.stream().toList());
  }

  @Test
  void closingDownEndsTheRoomAndSendsEverybodyHome() throws Exception {
    Channel<String> ada = Channel.unlimited("ada");
    Channel<String> grace = Channel.unlimited("grace");
    try (var room = ChatRoomTopology.start(new ChatRoom.Room())) {
      room.join(new Event.Joined("Ada", ada));
      room.join(new Event.Joined("Grace", grace));
      room.closeDown();
      assertEquals(List.of("Ada came in", "Grace came in"), ada.stream().toList());
      assertEquals(List.of("Grace came in"), grace.stream().toList());
      room.join();
      assertThrows(ChannelClosedException.class, () -> room.leave("Ada"));
    }
  }

  @Test
  void whoTakesAnothersNameIsSentHomeAndTheOthersStay() throws Exception {
    Channel<String> ada = Channel.unlimited("ada");
    Channel<String> other = Channel.unlimited("other");
    try (var room = ChatRoomTopology.start(new ChatRoom.Room())) {
      room.join(new Event.Joined("Ada", ada));
      room.join(new Event.Joined("Ada", other));
      assertEquals(List.of(), other.stream().toList());
      room.post(new Event.Posted("Grace", "Good morning!"));
      room.leave("Ada");
    }
    assertEquals(List.of("Ada came in", "Grace: Good morning!"), ada.stream().toList());
  }

  @Test
  void aFailureOfTheRoomReachesWhoeverSpeaks() throws Exception {
    var room = ChatRoomTopology.start(new ChatRoom.Room());
    room.join(new Event.Joined("Ada", inboxOf("nobody")));
    var failed = assertThrows(TopologyFailedException.class, room::join);
    assertInstanceOf(NullPointerException.class, failed.getCause());
    assertTrue(failed.stage().endsWith("ChatRoom.on"), failed::stage);
    var refused =
        assertThrows(
            ChannelClosedException.class, () -> room.post(new Event.Posted("Ada", "hello?")));
    assertEquals(failed.getCause(), refused.getCause());
    assertThrows(TopologyFailedException.class, room::close);
  }

  /** None, as a caller that no checker watches may bring it. */
  @SuppressWarnings("NullAway")
  private static Sender<String> inboxOf(String name) {
    return Map.<String, Sender<String>>of().get(name);
  }
}
