package dev.millrace.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.ChannelInterruptedException;
import dev.millrace.Received;
import dev.millrace.harness.ThreadKind;
import dev.millrace.internal.ChannelProbe;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Interrupts before and during an operation; races are in {@code InterruptRaceTest}. */
@ParameterizedClass
@MethodSource("dev.millrace.conformance.Flavours#all")
class InterruptionTest extends ChannelConformance {

  InterruptionTest(Flavour flavour, ThreadKind kind) {
    super(flavour, kind);
  }

  private List<Callable<?>> waitingReceives() {
    return List.of(
        channel::receive, () -> channel.receiveOrNull() == null, () -> channel.tryReceive(LONG));
  }

  @Test
  void aWaitingReceiverStopsAndLeavesNothing() throws Exception {
    for (Callable<?> receive : waitingReceives()) {
      var receiver =
          run(() -> {
                assertThrows(InterruptedException.class, receive::call);
                assertFalse(Thread.currentThread().isInterrupted(), "the exception tells it");
              })
              .awaitParked();
      receiver.interrupt();
      receiver.join();
      ChannelProbe.assertNobodyQueued(channel);
    }
  }

  @Test
  void anInterruptedThreadDoesNotBeginToWait() throws Exception {
    for (Callable<?> receive : waitingReceives()) {
      run(() -> {
            Thread.currentThread().interrupt();
            assertThrows(InterruptedException.class, receive::call);
            assertFalse(Thread.currentThread().isInterrupted());
          })
          .join();
      ChannelProbe.assertNobodyQueued(channel);
    }
  }

  @Test
  void whatCanProceedProceedsAndTheFlagStays() throws Exception {
    List<Callable<?>> sends =
        List.of(
            () -> {
              channel.send(7);
              return true;
            },
            () -> channel.trySend(7),
            () -> channel.trySend(7, LONG),
            () -> {
              channel.sendNow(7);
              return true;
            });
    for (Callable<?> send : sends) {
      var receiver = waitingReceiver();
      run(() -> {
            Thread.currentThread().interrupt();
            send.call();
            assertTrue(Thread.currentThread().isInterrupted());
          })
          .join();
      assertEquals(7, receiver.join());
    }
  }

  @Test
  void receivesThatCanProceedProceedAndTheFlagStays() throws Exception {
    List<Callable<?>> receives =
        List.of(
            channel::receive,
            channel::receiveOrNull,
            channel::tryReceive,
            () -> channel.tryReceive(LONG),
            channel::receiveNow);
    for (Callable<?> receive : receives) {
      var sender = run(() -> channel.send(7));
      if (flavour.capacity() == 0) {
        sender.awaitParked();
      } else {
        sender.join();
      }
      run(() -> {
            Thread.currentThread().interrupt();
            Object received = receive.call();
            assertEquals(7, received instanceof Received.Value<?>(Object value) ? value : received);
            assertTrue(Thread.currentThread().isInterrupted());
          })
          .join();
      // It may be slow to wake, and some flavours are for one sender at a time.
      sender.join();
    }
  }

  @Test
  void whatDoesNotWaitIsNotInterrupted() throws Exception {
    run(() -> {
          Thread.currentThread().interrupt();
          assertInstanceOf(Received.Nothing.class, channel.tryReceive());
          assertInstanceOf(Received.Nothing.class, channel.tryReceive(Duration.ZERO));
          channel.close();
          assertInstanceOf(Received.Closed.class, channel.tryReceive(LONG));
          assertTrue(Thread.currentThread().isInterrupted());
        })
        .join();
  }

  @Test
  void iterationThrowsAndRestoresTheFlag() throws Exception {
    List<Callable<?>> iterations =
        List.of(
            () -> channel.iterator().hasNext(),
            () -> channel.iterator().next(),
            () -> channel.stream().count());
    for (Callable<?> iteration : iterations) {
      var receiver =
          run(() -> {
                var e = assertThrows(ChannelInterruptedException.class, iteration::call);
                assertTrue(Thread.currentThread().isInterrupted());
                assertSame(channel, e.channel());
                assertInstanceOf(InterruptedException.class, e.getCause());
                assertEquals("Interrupted while waiting for channel \"words\".", e.getMessage());
              })
              .awaitParked();
      receiver.interrupt();
      receiver.join();
    }
  }
}
