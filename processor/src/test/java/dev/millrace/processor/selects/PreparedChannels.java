package dev.millrace.processor.selects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.Received;
import dev.millrace.Receiver;
import dev.millrace.Sender;
import dev.millrace.StartOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The channels of a form that runs, brought into a situation. */
final class PreparedChannels {

  private final FormDriver driver;
  private final Situation situation;
  private final List<List<Peer>> senders = new ArrayList<>();
  private final List<Peer> receivers = new ArrayList<>();

  private PreparedChannels(FormDriver driver, Situation situation) {
    this.driver = driver;
    this.situation = situation;
  }

  /** The sizes of the buffers that a situation needs. */
  static StartOptions options(Situation situation) {
    StartOptions options = StartOptions.defaults();
    for (int i = 0; i < situation.occupancies().size(); i++) {
      options = options.buffer("c" + i, situation.occupancies().get(i).capacity);
    }
    return options;
  }

  /**
   * Brings them there.
   *
   * @param model follows, as it does whenever something is done to the channels
   */
  static PreparedChannels of(FormDriver driver, Situation situation, SelectModel model) {
    PreparedChannels prepared = new PreparedChannels(driver, situation);
    driver.guards().say(situation.open());
    for (int i = 0; i < situation.occupancies().size(); i++) {
      prepared.prepare(i, situation.occupancies().get(i));
      if (situation.ahead().get(i) && model.channel(i) instanceof BroadcastModel broadcast) {
        prepared.letOtherTake(i, broadcast);
      }
    }
    return prepared;
  }

  private void prepare(int channel, Occupancy occupancy) {
    List<Peer> waiting = new ArrayList<>();
    for (int i = 0; i < occupancy.values; i++) {
      Object value = driver.value(channel, Numbers.put(channel, i));
      if (i < occupancy.capacity) {
        assertTrue(sender(channel).trySend(value));
      } else {
        waiting.add(waitingSender(channel, value));
      }
    }
    senders.add(waiting);
    receivers.add(
        occupancy.receiver
            ? Peer.waiting(() -> String.valueOf(receiver(channel).receiveOrNull()))
            : null);
    if (occupancy.closed) {
      driver.sender(channel).close();
    }
  }

  private Peer waitingSender(int channel, Object value) {
    return Peer.waiting(
        () -> {
          sender(channel).send(value);
          return "sent";
        });
  }

  /**
   * Sends and receives as {@link FormDriver#value} makes values; the types are known to be right.
   */
  @SuppressWarnings("unchecked")
  private Sender<Object> sender(int channel) {
    return (Sender<Object>) driver.sender(channel);
  }

  private Receiver<?> receiver(int channel) {
    return driver.receiver(channel);
  }

  /** Does what an arm waits for, which must succeed at once, and says what is then told. */
  String wake(ArmForm arm, SelectModel model) {
    ModelChannel expected = model.channel(arm.channel());
    int number = Numbers.late(arm.channel());
    switch (arm.does()) {
      case TAKES -> {
        if (expected instanceof BroadcastModel broadcast) {
          number = sendToBoth(arm.channel(), broadcast);
        } else {
          assertTrue(
              sender(arm.channel()).trySend(driver.value(arm.channel(), number)),
              "A select that waits is a receiver");
        }
      }
      case SENDS -> {
        if (expected instanceof BroadcastModel broadcast) {
          makeRoom(arm.channel(), broadcast);
          expected.send(Numbers.offered(arm.channel()));
        } else {
          expected.send(Numbers.offered(arm.channel()));
          assertTakes(arm.channel(), expected.first());
          expected.take();
        }
      }
      case ENDS -> {
        sender(arm.channel()).close();
        expected.close();
        expected.tellEnd();
      }
    }
    return arm.told(number);
  }

  /** Has a value come to a select that waits: the next there is, or else a late one. */
  private int sendToBoth(int channel, BroadcastModel expected) {
    boolean isThere = expected.hasWaitingSender();
    letOtherTake(channel, expected);
    if (!isThere) {
      int number = Numbers.late(channel);
      Object value = driver.value(channel, number);
      if (situation.occupancies().get(channel).capacity > 0) {
        assertTrue(sender(channel).trySend(value), "There is room");
      } else {
        // The other subscriber has still to take it.
        senders.get(channel).add(waitingSender(channel, value));
      }
      expected.send(number);
    }
    int number = expected.first();
    expected.take();
    return number;
  }

  /** Takes the value in the only place for each of the two who have not got it. */
  private void makeRoom(int channel, BroadcastModel expected) {
    if (expected.canTake()) {
      assertTakesRest(channel, expected);
    }
    letOtherTake(channel, expected);
  }

  /** Takes for the other subscribers what they can have now; says whether there was anything. */
  boolean letOthersTake(SelectModel model) {
    boolean took = false;
    for (int i = 0; i < situation.occupancies().size(); i++) {
      if (model.channel(i) instanceof BroadcastModel broadcast) {
        took |= letOtherTake(i, broadcast);
      }
    }
    return took;
  }

  private boolean letOtherTake(int channel, BroadcastModel expected) {
    boolean took = false;
    for (; expected.otherCanTake(); took = true) {
      assertTakes(channel, expected.firstOfOther());
      expected.otherTakes();
    }
    return took;
  }

  private void assertTakesRest(int channel, BroadcastModel expected) {
    assertIs(channel, expected.first(), ((PortDriver) driver).rest(channel));
    expected.take();
  }

  void closeAll(SelectModel model) {
    for (int i = 0; i < situation.occupancies().size(); i++) {
      driver.sender(i).close();
      model.channel(i).close();
    }
  }

  /** Takes what is left, and sees that nothing is lost or doubled. */
  void assertLeft(SelectModel model) {
    for (int i : model.orderOfTaking()) {
      ModelChannel expected = model.channel(i);
      if (expected instanceof BroadcastModel broadcast) {
        assertLeft(i, broadcast);
      } else {
        expected.left().forEach(number -> assertTakes(i, number));
        assertSent(i, 0);
      }
      if (expected.isClosed()) {
        assertInstanceOf(Received.Closed.class, receiver(i).tryReceive(), "c" + i);
      } else if (!expected.hasReceiver()) {
        assertInstanceOf(Received.Nothing.class, receiver(i).tryReceive(), "c" + i);
      }
    }
  }

  private void assertLeft(int channel, BroadcastModel expected) {
    while (letOtherTake(channel, expected) || expected.canTake()) {
      while (expected.canTake()) {
        assertTakesRest(channel, expected);
      }
    }
    assertSent(channel, expected.refused());
  }

  /** All who waited to send have sent, but for so many of the last. */
  private void assertSent(int channel, int refused) {
    List<Peer> all = senders.get(channel);
    for (int i = 0; i < all.size(); i++) {
      String outcome = i < all.size() - refused ? "sent" : "ChannelClosedException";
      assertEquals(outcome, all.get(i).join(), "c" + channel);
    }
  }

  /**
   * Cancels the topology, and sees that what was sent is counted, and what was not is refused.
   *
   * @param model after the others have taken what they can
   */
  void assertCancelled(SelectModel model) throws InterruptedException {
    Map<String, Long> discarded = new TreeMap<>();
    driver.topology().cancel();
    driver.topology().join();
    for (int i = 0; i < situation.occupancies().size(); i++) {
      ModelChannel expected = model.channel(i);
      long lost = expected.left().size();
      if (expected instanceof BroadcastModel broadcast) {
        // The actor may end, and so make room, before the last channel is closed.
        lost += sentInTheEnd(i, broadcast);
      } else {
        long kept = Math.min(situation.occupancies().get(i).capacity, lost);
        assertSent(i, (int) (lost - kept));
        lost = kept;
      }
      if (lost > 0) {
        discarded.put("c" + i, lost);
      }
    }
    // What the select still did when it was interrupted concerns other channels.
    Map<String, Long> counted = new TreeMap<>(driver.topology().discarded());
    counted.keySet().removeIf(name -> !name.startsWith("c"));
    assertEquals(discarded, counted);
  }

  /** How many of the senders who waited for room have sent, if only to the other subscriber. */
  private int sentInTheEnd(int channel, BroadcastModel expected) {
    int before = expected.refused();
    expected.close();
    List<Peer> all = senders.get(channel);
    int sent = 0;
    for (Peer sender : all.subList(all.size() - expected.refused(), all.size() - before)) {
      String outcome = sender.join();
      assertTrue(outcome.equals("sent") || outcome.equals("ChannelClosedException"), outcome);
      sent += outcome.equals("sent") ? 1 : 0;
    }
    return sent;
  }

  /** Closes what is drained, and sees that nobody is left waiting. */
  void assertEnds(SelectModel model) {
    for (int i = 0; i < situation.occupancies().size(); i++) {
      ModelChannel expected = model.channel(i);
      driver.sender(i).close();
      if (receivers.get(i) != null) {
        boolean served = !expected.hasReceiver() && !expected.isClosed();
        assertEquals(
            served ? driver.value(i, Numbers.offered(i)).toString() : "null",
            receivers.get(i).join());
      }
    }
  }

  private void assertTakes(int channel, int number) {
    assertIs(channel, number, receiver(channel).tryReceive());
  }

  private void assertIs(int channel, int number, Received<?> received) {
    Received.Value<?> value =
        assertInstanceOf(Received.Value.class, received, () -> "c" + channel + ": " + number);
    assertEquals(driver.value(channel, number), value.value());
  }
}
