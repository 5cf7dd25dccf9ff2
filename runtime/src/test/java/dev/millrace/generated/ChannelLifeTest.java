package dev.millrace.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.ChannelClosedException;
import dev.millrace.Receiver;
import dev.millrace.Sender;
import dev.millrace.internal.GeneralChannel;
import org.junit.jupiter.api.Test;

/** When a channel of a topology closes, one contribution and one consumer after the other. */
class ChannelLifeTest {

  private final GeneralChannel<Integer> channel = GeneralChannel.create("channel", 1);
  private final ChannelLife<Integer> life = new ChannelLife<>(channel, () -> null);

  @Test
  void theFirstFailureIsWhatReceiversGet() {
    Sender<Integer> first = life.stageEnd();
    Sender<Integer> second = life.stageEnd();
    Sender<Integer> third = life.stageEnd();
    var cause = new IllegalStateException("first");
    first.close(cause);
    second.close(new IllegalStateException("second"));
    assertFalse(channel.isClosed());
    third.close();
    var closed = assertThrows(ChannelClosedException.class, channel::receive);
    assertSame(cause, closed.getCause());
  }

  @Test
  void theLastConsumerCancelsItAndNoneBefore() throws Exception {
    Receiver<Integer> first = life.stageReceiver();
    Receiver<Integer> second = life.stageReceiver();
    channel.send(1);
    life.consumerEnded(first);
    assertFalse(channel.isClosed());
    assertEquals(0, life.discarded());
    life.consumerEnded(second);
    assertTrue(channel.isClosed());
    assertEquals(1, life.discarded());
  }
}
