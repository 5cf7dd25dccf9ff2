package dev.millrace.go;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.Channel;
import dev.millrace.ChannelClosedException;
import dev.millrace.annotation.Nullable;
import dev.millrace.harness.Arms;
import dev.millrace.harness.Body;
import dev.millrace.harness.SelectorKind;
import dev.millrace.harness.SelectorTest;
import dev.millrace.harness.ThreadKind;
import org.junit.jupiter.api.Test;

/**
 * The 23 assertions of Go's {@code test/chan/select3.go}, in its order. Where Go blocks for ever
 * because nothing can ever happen, Millrace says so: such a select throws. A nil channel of Go is
 * an absent one here, and only a select can have it.
 */
class SelectBasicsTest extends SelectorTest {

  private static final @Nullable Channel<Integer> ABSENT = null;

  private final Channel<Integer> open = Channel.rendezvous("open");
  private final Channel<Integer> buffered = Channel.buffered("buffered", 1);
  private final Channel<Integer> closed = closed();

  SelectBasicsTest(SelectorKind selectors) {
    super(selectors);
  }

  private static Channel<Integer> closed() {
    Channel<Integer> channel = Channel.rendezvous("closed");
    channel.close();
    return channel;
  }

  private Arms<String> select() {
    return selectors.fair();
  }

  /** It waits until it is interrupted. */
  private void assertBlocks(Body body) throws Exception {
    var waiting = run(ThreadKind.VIRTUAL, body).awaitParked();
    waiting.interrupt();
    assertThrows(InterruptedException.class, waiting::join);
  }

  private static void assertNeverEnds(Arms<String> builder) {
    assertThrows(IllegalStateException.class, () -> builder.build().select());
  }

  private static void assertSelects(String expected, Arms<String> builder) throws Exception {
    assertEquals(expected, builder.build().select());
  }

  @Test
  void anAbsentChannelAloneCanNeverSendOrReceive() { // 1, 2
    assertNeverEnds(select().send(ABSENT, () -> 7, () -> "sent"));
    assertNeverEnds(select().receive(ABSENT, value -> "received"));
  }

  @Test
  void anAbsentChannelIsNeverSelected() throws Exception { // 3, 4
    assertSelects("else", select().send(ABSENT, () -> 7, () -> "sent").otherwise(() -> "else"));
    assertSelects("else", select().receive(ABSENT, value -> "received").otherwise(() -> "else"));
  }

  @Test
  void sendingWhereThereIsRoomDoesNotBlock() throws Exception { // 5
    buffered.send(7);
    assertEquals(1, buffered.size());
  }

  @Test
  void receivingFromAClosedChannelDoesNotBlock() throws Exception { // 6
    for (int i = 0; i < 10; i++) {
      assertNull(closed.receiveOrNull());
      assertThrows(ChannelClosedException.class, closed::receive);
    }
  }

  @Test
  void sendingToAClosedChannelThrows() { // 7
    assertThrows(ChannelClosedException.class, () -> closed.send(7));
  }

  @Test
  void receivingWhereNothingIsReadyBlocks() throws Exception { // 8
    assertBlocks(open::receive);
  }

  @Test
  void anEmptySelectIsRefused() { // 9
    assertThrows(IllegalStateException.class, () -> select().build());
  }

  @Test
  void nothingButAbsentChannelsIsRefused() { // 10, 11, 12
    assertNeverEnds(select().receive(ABSENT, value -> ""));
    assertNeverEnds(select().send(ABSENT, () -> 7, () -> ""));
    assertNeverEnds(select().receive(ABSENT, value -> "").send(ABSENT, () -> 7, () -> ""));
  }

  @Test
  void aSelectOverWhatIsNotReadyBlocks() throws Exception { // 13
    assertBlocks(() -> select().receive(open, value -> "").build().select());
  }

  @Test
  void aDefaultDoesNotBlock() throws Exception { // 14, 15, 16
    assertSelects("else", select().otherwise(() -> "else"));
    assertSelects("else", select().receive(ABSENT, value -> "").otherwise(() -> "else"));
    assertSelects("else", select().send(ABSENT, () -> 7, () -> "").otherwise(() -> "else"));
  }

  @Test
  void whatIsReadyGoesBeforeTheDefault() throws Exception { // 17, 18
    assertSelects("sent", select().send(buffered, () -> 7, () -> "sent").otherwise(() -> "else"));
    assertSelects("7", select().receive(buffered, String::valueOf).otherwise(() -> "else"));
  }

  @Test
  void closedChannelsInASelectAreAsOutsideOfIt() throws Exception { // 19 to 22
    assertThrows(
        ChannelClosedException.class,
        () -> select().receive(closed, String::valueOf).build().select());
    assertThrows(
        ChannelClosedException.class,
        () -> select().receive(closed, value -> "ignored").build().select());
    assertSelects("ended", select().receive(closed, String::valueOf).closed(closed, () -> "ended"));
    assertThrows(
        ChannelClosedException.class,
        () -> select().send(closed, () -> 7, () -> "sent").build().select());
  }

  @Test
  void aSelectIsNotConfusedWhenItSeesItself() throws Exception { // 23
    assertBlocks(
        () ->
            select()
                .send(open, () -> 1, () -> "sent")
                .receive(open, String::valueOf)
                .build()
                .select());
  }
}
