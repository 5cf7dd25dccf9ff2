package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.ChannelClosedException;
import dev.millrace.Selector;
import dev.millrace.annotation.Nullable;
import dev.millrace.harness.ConcurrencyTest;
import dev.millrace.harness.Polling;
import dev.millrace.harness.TestThread;
import dev.millrace.harness.ThreadKind;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which values count as refused by a contribution that has ended. */
class SendEndRefusalTest extends ConcurrencyTest {

  private final AtomicInteger refused = new AtomicInteger();
  private final GeneralChannel<Integer> channel = GeneralChannel.create("channel", 0);
  private final SendEnd<Integer> end =
      new SendEnd<>(
          channel,
          new SendEnd.Owner() {
            @Override
            public void ended(@Nullable Throwable failure) {}

            @Override
            public void refused() {
              refused.incrementAndGet();
            }
          });

  @Test
  void aSelectThatDoesNotWaitIsRefusedAlthoughThereIsNoRoomEither() throws Exception {
    Selector<String> select =
        Selector.<String>fair().send(end, () -> 7, () -> "sent").otherwise(() -> "no room").build();
    assertEquals("no room", select.select());
    assertEquals(0, refused.get());
    end.close();
    assertThrows(ChannelClosedException.class, select::select);
    assertEquals(1, refused.get());
  }

  @ParameterizedTest
  @EnumSource
  void whoCanSendAgainHasLostNothing(ThreadKind kind) throws Exception {
    var sender = run(kind, () -> end.send(7)).awaitParked();
    sender.interrupt();
    assertThrows(InterruptedException.class, sender::join);
    assertEquals(0, refused.get());
  }

  /** The lock holds up whoever has given up until the end has been closed. */
  @ParameterizedTest
  @EnumSource
  void whoCannotSendAgainHasLostItsValue(ThreadKind kind) throws Exception {
    var sender = run(kind, () -> end.send(7)).awaitParked();
    TestThread<Boolean> closer;
    channel.lock();
    try {
      sender.interrupt();
      Polling.until("it has given up", () -> !channel.senders().hasWaiting());
      closer = call(ThreadKind.PLATFORM, end::tryClose);
      Polling.until("the end is closed", end::hasEnded);
      assertFalse(channel.senders().looksEmpty(), "it is about to leave");
    } finally {
      channel.unlock();
    }
    assertThrows(InterruptedException.class, sender::join);
    assertTrue(closer.join());
    assertEquals(1, refused.get());
  }
}
