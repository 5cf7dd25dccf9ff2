package dev.millrace.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.harness.Body;
import dev.millrace.harness.ThreadKind;
import dev.millrace.internal.ChannelProbe;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Interrupts of senders that wait: their value is not sent, and others keep their places. */
@ParameterizedClass
@MethodSource("dev.millrace.conformance.Flavours#onWhichSendersWait")
class SenderInterruptionTest extends ChannelConformance {

  private List<Integer> buffered = List.of();

  SenderInterruptionTest(Flavour flavour, ThreadKind kind) {
    super(flavour, kind);
  }

  @BeforeEach
  void fillTheBuffer() throws Exception {
    buffered = fill();
  }

  private List<Body> waitingSends() {
    return List.of(() -> channel.send(1000), () -> channel.trySend(1000, LONG));
  }

  @Test
  void aWaitingSenderStopsAndLeavesNothing() throws Exception {
    for (Body send : waitingSends()) {
      var sender =
          run(() -> {
                assertThrows(InterruptedException.class, send::run);
                assertFalse(Thread.currentThread().isInterrupted(), "the exception tells it");
              })
              .awaitParked();
      sender.interrupt();
      sender.join();
      ChannelProbe.assertNobodyQueued(channel);
    }
    assertEquals(buffered, drain());
  }

  @Test
  void anInterruptedThreadDoesNotBeginToWait() throws Exception {
    for (Body send : waitingSends()) {
      run(() -> {
            Thread.currentThread().interrupt();
            assertThrows(InterruptedException.class, send::run);
            assertFalse(Thread.currentThread().isInterrupted());
          })
          .join();
      ChannelProbe.assertNobodyQueued(channel);
    }
    assertEquals(buffered, drain());
  }

  @Test
  void whatDoesNotWaitIsNotInterrupted() throws Exception {
    run(() -> {
          Thread.currentThread().interrupt();
          assertFalse(channel.trySend(1000));
          assertFalse(channel.trySend(1000, Duration.ZERO));
          Thread.interrupted();
        })
        .join();
    assertEquals(buffered, drain());
  }
}
