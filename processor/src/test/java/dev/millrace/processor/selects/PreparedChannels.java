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

  static PreparedChannels of(FormDriver driver, Situation situation) {
    PreparedChannels prepared = new PreparedChannels(driver, situation);
    driver.guards().say(situation.open());
    for (int i = 0; i < situation.occupancies().size(); i++) {
      prepared.prepare(i, situation.occupancies().get(i));
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
        waiting.add(
            Peer.waiting(
                () -> {
                  sender(channel).send(value);
                  return "sent";
                }));
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

  /** Does what an arm waits for, which must succeed at once, and tells the model. */
  void wake(ArmForm arm, SelectModel model) {
    ModelChannel expected = model.channel(arm.channel());
    switch (arm.does()) {
      case TAKES ->
          assertTrue(
              sender(arm.channel())
                  .trySend(driver.value(arm.channel(), Numbers.late(arm.channel()))),
              "A select that waits is a receiver");
      case SENDS -> {
        expected.send(Numbers.offered(arm.channel()));
        assertTakes(arm.channel(), expected.first());
        expected.take();
      }
      case ENDS -> {
        sender(arm.channel()).close();
        expected.close();
        expected.tellEnd();
      }
    }
  }

  void closeAll(SelectModel model) {
    for (int i = 0; i < situation.occupancies().size(); i++) {
      driver.sender(i).close();
      model.channel(i).close();
    }
  }

  /** Takes what is left, and sees that nothing is lost or doubled. */
  void assertLeft(SelectModel model) {
    for (int i = 0; i < situation.occupancies().size(); i++) {
      ModelChannel expected = model.channel(i);
      for (int number : expected.left()) {
        assertTakes(i, number);
      }
      for (Peer sender : senders.get(i)) {
        assertEquals("sent", sender.join());
      }
      if (expected.isClosed()) {
        assertInstanceOf(Received.Closed.class, receiver(i).tryReceive(), "c" + i);
      } else if (!expected.hasReceiver()) {
        assertInstanceOf(Received.Nothing.class, receiver(i).tryReceive(), "c" + i);
      }
    }
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
    Received<?> received = receiver(channel).tryReceive();
    Received.Value<?> value =
        assertInstanceOf(Received.Value.class, received, () -> "c" + channel + ": " + number);
    assertEquals(driver.value(channel, number), value.value());
  }
}
