package dev.millrace.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.Channel;
import dev.millrace.ChannelClosedException;
import dev.millrace.Receiver;
import dev.millrace.Selector;
import dev.millrace.Sender;
import dev.millrace.StartOptions;
import dev.millrace.TopologyFailedException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Channels close when nobody contributes any more, and are cancelled when nobody consumes. */
@Timeout(300)
class ContributionsTest {

  private final TopologyRun run = new TopologyRun("T", StartOptions.defaults());

  @Test
  void closingFlowsThroughTheTopology() throws Exception {
    Channel<Integer> in = run.channel("in", 2);
    Channel<Integer> squares = run.channel("squares", 0);
    Channel<Integer> sums = run.channel("sums", 0);
    Sender<Integer> inFromPorts = run.portSender(in);
    Receiver<Integer> sumsToPorts = run.portReceiver(sums);
    StageWiring square = run.stage("square", 4);
    Receiver<Integer> inToSquare = square.receiver(in);
    Sender<Integer> squaresFromSquare = square.sender(squares);
    square.runs(
        () -> {
          for (Integer n; (n = inToSquare.receiveOrNull()) != null; ) {
            squaresFromSquare.send(n * n);
          }
        });
    StageWiring sum = run.stage("sum");
    Receiver<Integer> squaresToSum = sum.receiver(squares);
    Sender<Integer> sumsFromSum = sum.sender(sums);
    sum.runs(() -> sumsFromSum.send(squaresToSum.stream().mapToInt(n -> n).sum()));
    run.start();
    for (int i = 1; i <= 100; i++) {
      inFromPorts.send(i);
    }
    inFromPorts.close();
    assertEquals(338_350, sumsToPorts.receive());
    assertNull(sumsToPorts.receiveOrNull());
    run.join();
    run.close();
    assertEquals(Map.of(), run.discarded());
  }

  @Test
  void aChannelClosesWithItsLastContributionAndNotBefore() throws Exception {
    Channel<Integer> out = run.channel("out", 0);
    Receiver<Integer> outToPorts = run.portReceiver(out);
    Sender<Integer> outFromPorts = run.portSender(out);
    CountDownLatch firstMayEnd = new CountDownLatch(1);
    StageWiring first = run.stage("first");
    Sender<Integer> outFromFirst = first.sender(out);
    first.runs(
        () -> {
          firstMayEnd.await();
          outFromFirst.send(1);
        });
    StageWiring second = run.stage("second");
    Sender<Integer> outFromSecond = second.sender(out);
    second.runs(() -> outFromSecond.send(2));
    run.start();
    assertEquals(2, outToPorts.receive());
    Until.stage(run, "T.second", "ended");
    assertFalse(out.isClosed());
    outFromPorts.close();
    assertFalse(out.isClosed());
    assertThrows(ChannelClosedException.class, () -> outFromPorts.send(3));
    firstMayEnd.countDown();
    assertEquals(1, outToPorts.receive());
    assertNull(outToPorts.receiveOrNull());
    run.join();
  }

  @Test
  void theLastWorkerEndsTheContributionOfItsStage() throws Exception {
    Channel<Integer> out = run.channel("out", 0);
    Receiver<Integer> outToPorts = run.portReceiver(out);
    Channel<CountDownLatch> in = run.channel("in", 0);
    Sender<CountDownLatch> inFromPorts = run.portSender(in);
    StageWiring work = run.stage("work", 2);
    Receiver<CountDownLatch> inToWork = work.receiver(in);
    Sender<Integer> outFromWork = work.sender(out);
    work.runs(
        () -> {
          inToWork.receive().await();
          outFromWork.send(1);
        });
    run.start();
    CountDownLatch slow = new CountDownLatch(1);
    inFromPorts.send(new CountDownLatch(0));
    inFromPorts.send(slow);
    assertEquals(1, outToPorts.receive());
    Until.holds("one worker left", () -> run.snapshot().toString().contains(": ended"));
    assertFalse(out.isClosed());
    assertFalse(in.isClosed());
    slow.countDown();
    assertEquals(1, outToPorts.receive());
    assertNull(outToPorts.receiveOrNull());
  }

  @Test
  void aStageMayCloseItsSenderBeforeItEnds() throws Exception {
    Channel<Integer> out = run.channel("out", 0);
    Receiver<Integer> outToPorts = run.portReceiver(out);
    StageWiring source = run.stage("source");
    Sender<Integer> outFromSource = source.sender(out);
    CountDownLatch mayEnd = new CountDownLatch(1);
    source.runs(
        () -> {
          try (outFromSource) {
            outFromSource.send(1);
          }
          mayEnd.await();
        });
    run.start();
    assertEquals(1, outToPorts.receive());
    assertNull(outToPorts.receiveOrNull());
    Until.stage(run, "T.source", "running");
    mayEnd.countDown();
    run.join();
  }

  @Test
  void aChannelWhoseLastConsumerHasEndedIsCancelledAndCounted() throws Exception {
    Channel<Integer> numbers = run.channel("numbers", 2);
    Channel<Integer> firsts = run.channel("firsts", 0);
    Receiver<Integer> firstsToPorts = run.portReceiver(firsts);
    StageWiring source = run.stage("source");
    Sender<Integer> numbersFromSource = source.sender(numbers);
    source.runs(
        () -> {
          for (int i = 1; true; i++) {
            numbersFromSource.send(i);
          }
        });
    StageWiring first = run.stage("first");
    Receiver<Integer> numbersToFirst = first.receiver(numbers);
    Sender<Integer> firstsFromFirst = first.sender(firsts);
    first.runs(
        () -> {
          int value = numbersToFirst.receive();
          Until.stage(run, "T.source", "waiting to send on \"numbers\"");
          firstsFromFirst.send(value);
        });
    run.start();
    assertEquals(1, firstsToPorts.receive());
    run.join();
    // Two were buffered, and one waited to be.
    assertEquals(Map.of("numbers", 3L), run.discarded());
    assertTrue(numbers.isClosed());
  }

  @Test
  void portsLearnFromTheExceptionThatNobodyConsumesAnyMore() throws Exception {
    Channel<Integer> in = run.channel("in", 0);
    Sender<Integer> inFromPorts = run.portSender(in);
    StageWiring once = run.stage("once");
    Receiver<Integer> inToOnce = once.receiver(in);
    once.runs(() -> assertEquals(1, inToOnce.receive()));
    run.start();
    inFromPorts.send(1);
    run.join();
    assertThrows(ChannelClosedException.class, () -> inFromPorts.send(2));
    assertEquals(Map.of(), run.discarded());
  }

  @Test
  void aChannelThatPortsConsumeOutlivesItsConsumingStage() throws Exception {
    Channel<Integer> in = run.channel("in", 1);
    Sender<Integer> inFromPorts = run.portSender(in);
    Receiver<Integer> inToPorts = run.portReceiver(in);
    StageWiring once = run.stage("once");
    Receiver<Integer> inToOnce = once.receiver(in);
    once.runs(() -> assertEquals(1, inToOnce.receive()));
    run.start();
    inFromPorts.send(1);
    run.join();
    inFromPorts.send(2);
    assertEquals(2, inToPorts.receive());
  }

  @Test
  void aCancelledChannelEndsAProducerNormallyHoweverItWrapsTheException() throws Exception {
    Channel<Integer> numbers = run.channel("numbers", 0);
    StageWiring source = run.stage("source");
    Sender<Integer> numbersFromSource = source.sender(numbers);
    source.runs(
        () -> {
          try {
            while (true) {
              numbersFromSource.send(1);
            }
          } catch (ChannelClosedException e) {
            throw new IllegalStateException("wrapped", e);
          }
        });
    StageWiring none = run.stage("none");
    Receiver<Integer> unused = none.receiver(numbers);
    none.runs(() -> {});
    run.start();
    run.join();
    assertEquals(Map.of("numbers", 1L), run.discarded());
  }

  @Test
  void everyWayToSendCountsWhatWasRefused() throws Exception {
    Channel<Integer> numbers = run.channel("numbers", 0);
    StageWiring source = run.stage("source");
    Sender<Integer> numbersFromSource = source.sender(numbers);
    source.runs(
        () -> {
          Until.holds("cancelled", numbers::isClosed);
          assertThrows(ChannelClosedException.class, () -> numbersFromSource.send(1));
          assertThrows(ChannelClosedException.class, () -> numbersFromSource.trySend(1));
          assertThrows(ChannelClosedException.class, () -> numbersFromSource.sendNow(1));
          assertThrows(
              ChannelClosedException.class, () -> numbersFromSource.trySend(1, Duration.ofDays(1)));
        });
    StageWiring none = run.stage("none");
    Receiver<Integer> unused = none.receiver(numbers);
    none.runs(() -> {});
    run.start();
    run.join();
    assertEquals(Map.of("numbers", 4L), run.discarded());
  }

  @Test
  @SuppressWarnings("NullAway") // It is the point.
  void whatIsNoValueIsNotCounted() throws Exception {
    Channel<Integer> numbers = run.channel("numbers", 0);
    Receiver<Integer> unused = run.portReceiver(numbers);
    StageWiring source = run.stage("source");
    Sender<Integer> numbersFromSource = source.sender(numbers);
    source.runs(() -> assertThrows(NullPointerException.class, () -> numbersFromSource.send(null)));
    run.start();
    run.join();
    assertEquals(Map.of(), run.discarded());
  }

  @Test
  void aSendThatWasOnlyInterruptedIsNotCountedIfItGoesOn() throws Exception {
    Channel<Integer> numbers = run.channel("numbers", 0);
    Receiver<Integer> numbersToPorts = run.portReceiver(numbers);
    StageWiring source = run.stage("source");
    Sender<Integer> numbersFromSource = source.sender(numbers);
    CountDownLatch interrupted = new CountDownLatch(1);
    source.runs(
        () -> {
          Thread.currentThread().interrupt();
          assertThrows(InterruptedException.class, () -> numbersFromSource.send(1));
          interrupted.countDown();
          numbersFromSource.send(1);
        });
    run.start();
    interrupted.await();
    assertEquals(1, numbersToPorts.receive());
    run.join();
    assertEquals(Map.of(), run.discarded());
  }

  @Test
  void aSelectIsRefusedAsASendIs() throws Exception {
    Channel<Integer> out = run.channel("out", 1);
    Receiver<Integer> outToPorts = run.portReceiver(out);
    Sender<Integer> outFromPorts = run.portSender(out);
    StageWiring stage = run.stage("stage");
    Sender<Integer> outFromStage = stage.sender(out);
    Selector<Integer> select =
        Selector.<Integer>fair().send(outFromStage, () -> 1, () -> 1).build();
    stage.runs(
        () -> {
          outFromStage.close();
          select.select();
        });
    run.start();
    TopologyFailedException failed = assertThrows(TopologyFailedException.class, run::join);
    ChannelClosedException refused =
        assertInstanceOf(ChannelClosedException.class, failed.getCause());
    assertSame(outFromStage, refused.channel(), "its own end, not the channel");
    assertEquals(Map.of("out", 1L), run.discarded());
    assertTrue(outToPorts.isEmpty());
    assertTrue(outFromPorts.isClosed());
  }

  enum Way {
    SEND,
    TIMED,
    SELECT;

    void send(Sender<Integer> to, int value) throws InterruptedException {
      switch (this) {
        case SEND -> to.send(value);
        case TIMED -> assertTrue(to.trySend(value, Duration.ofMinutes(1)));
        case SELECT ->
            Selector.<Integer>fair()
                .send(to, () -> value, () -> value)
                .receive(Channel.<Integer>rendezvous(), other -> other)
                .build()
                .select();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void closingAnEndFailsTheSendsThatWaitThroughItAndNoOthers(Way way) throws Exception {
    Channel<Integer> out = run.channel("out", 0);
    Receiver<Integer> outToPorts = run.portReceiver(out);
    Sender<Integer> outFromPorts = run.portSender(out);
    StageWiring stage = run.stage("stage");
    Sender<Integer> outFromStage = stage.sender(out);
    stage.runs(() -> outFromStage.send(2));
    Background<Boolean> first = Background.run(() -> way.send(outFromPorts, 1));
    Until.parked(first.thread());
    run.start();
    Until.stage(run, "T.stage", "waiting to send on \"out\"");
    Background<Boolean> last = Background.run(() -> way.send(outFromPorts, 3));
    Until.parked(last.thread());

    outFromPorts.close();

    for (Background<Boolean> sending : List.of(first, last)) {
      ChannelClosedException refused = assertThrows(ChannelClosedException.class, sending::get);
      assertSame(outFromPorts, refused.channel(), "its own end, not the channel");
    }
    assertFalse(out.isClosed());
    assertEquals(2, outToPorts.receive());
    assertNull(outToPorts.receiveOrNull());
    run.join();
    assertEquals(Map.of(), run.discarded());
  }
}
