package dev.millrace.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.Channel;
import dev.millrace.ChannelClosedException;
import dev.millrace.Receiver;
import dev.millrace.Sender;
import dev.millrace.StartOptions;
import dev.millrace.TopologyFailedException;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Everything is interrupted, and nobody takes what is unfinished for finished. */
@Timeout(300)
class CancelTest {

  private final TopologyRun run = new TopologyRun("T", StartOptions.defaults());

  @Test
  void interruptsEveryStageAndRefusesEveryPort() throws Exception {
    Channel<Integer> in = run.channel("in", 3);
    Channel<Integer> out = run.channel("out", 0);
    Sender<Integer> inFromPorts = run.portSender(in);
    Receiver<Integer> outToPorts = run.portReceiver(out);
    CountDownLatch atWork = new CountDownLatch(2);
    AtomicInteger interrupted = new AtomicInteger();
    StageWiring work = run.stage("work", 2);
    Receiver<Integer> inToWork = work.receiver(in);
    Sender<Integer> unused = work.sender(out);
    work.runs(
        () -> {
          assertTrue(inToWork.receive() > 0);
          atWork.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            interrupted.incrementAndGet();
            throw e;
          }
        });
    run.start();
    for (int i = 1; i <= 5; i++) {
      inFromPorts.send(i);
    }
    atWork.await();
    Background<Integer> receiving = Background.call(outToPorts::receive);
    Until.parked(receiving.thread());

    run.cancel();

    run.join();
    assertEquals(2, interrupted.get());
    var closed = assertThrows(ChannelClosedException.class, receiving::get);
    var cause = assertInstanceOf(CancellationException.class, closed.getCause());
    assertEquals("T was cancelled.", cause.getMessage());
    assertThrows(ChannelClosedException.class, () -> inFromPorts.send(6));
    // The two that were being worked on had been delivered; three had not.
    assertEquals(Map.of("in", 3L), run.discarded());
    run.cancel();
    run.close();
    assertEquals(Map.of("in", 3L), run.discarded());
  }

  @Test
  void aSendThatWasRefusedIsCountedOnce() throws Exception {
    Channel<Integer> out = run.channel("out", 0);
    Receiver<Integer> unused = run.portReceiver(out);
    StageWiring source = run.stage("source");
    Sender<Integer> outFromSource = source.sender(out);
    source.runs(() -> outFromSource.send(1));
    run.start();
    Until.stage(run, "T.source", "waiting to send on \"out\"");
    run.cancel();
    run.join();
    assertEquals(Map.of("out", 1L), run.discarded());
  }

  /** Whatever the channels are called, no fold may pass on what it had when it was cut short. */
  @RepeatedTest(50)
  void aFoldThatWasCutShortPassesNothingOn() throws Exception {
    Channel<Integer> numbers = run.channel("a", 0);
    Channel<Integer> sums = run.channel("z", 10);
    Sender<Integer> numbersFromPorts = run.portSender(numbers);
    Receiver<Integer> sumsToPorts = run.portReceiver(sums);
    StageWiring sum = run.stage("sum");
    Receiver<Integer> numbersToSum = sum.receiver(numbers);
    Sender<Integer> sumsFromSum = sum.sender(sums);
    sum.runs(
        () -> {
          int total = 0;
          for (Integer number : numbersToSum) {
            total += number;
          }
          sumsFromSum.send(total);
        });
    run.start();
    numbersFromPorts.send(1);
    numbersFromPorts.send(2);
    Background<Integer> receiving = Background.call(sumsToPorts::receive);
    Until.parked(receiving.thread());
    run.cancel();
    assertThrows(ChannelClosedException.class, receiving::get);
    run.close();
  }

  @Test
  void anExceptionOfUserCodeAfterCancelIsNotLost() throws Exception {
    IllegalStateException thrown = new IllegalStateException("cannot clean up");
    CountDownLatch ready = new CountDownLatch(1);
    run.stage("untidy")
        .runs(
            () -> {
              ready.countDown();
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                throw thrown;
              }
            });
    run.start();
    ready.await();
    run.cancel();
    var failure = assertThrows(TopologyFailedException.class, run::join);
    assertEquals(thrown, failure.getCause());
  }

  @Test
  void anotherPortOfTheTopologyThatRefusesIsPartOfTheCancellation() throws Exception {
    Channel<Integer> retries = run.channel("retries", 0);
    Sender<Integer> retriesFromPorts = run.portSender(retries);
    Receiver<Integer> unused = run.portReceiver(retries);
    CountDownLatch ready = new CountDownLatch(1);
    run.stage("retrying")
        .runs(
            () -> {
              ready.countDown();
              retriesFromPorts.send(1);
            });
    run.start();
    ready.await();
    run.cancel();
    run.join();
  }

  /** Channels are closed one by one. Here another one is closed later than any of the topology. */
  @Test
  void anActorThatMeetsRefusedValuesBetweenTwoEndsIsPartOfTheCancellation() throws Exception {
    Channel<Integer> first = run.channel("first", 0);
    Channel<Integer> later = Channel.buffered("later", 1);
    later.send(1);
    StageWiring actor = run.stage("actor");
    Receiver<Integer> firstToActor = actor.receiver(first);
    SelectPort arms =
        SelectPort.fairArms().values(firstToActor).end(firstToActor).values(later).build();
    AtomicInteger ends = new AtomicInteger();
    actor.runs(
        () -> {
          try (Selection selection = arms.open()) {
            selection.enable(0, false);
            selection.enable(2, false);
            while (selection.awaitOrEnd()) {
              ends.incrementAndGet();
            }
          }
        });
    run.start();
    Until.stage(run, "T.actor", "selecting");
    run.cancel();
    run.join();
    assertEquals(1, ends.get());
  }

  @Test
  void cancellingWhatHasEndedKeepsAnOrderlyEnd() throws Exception {
    Channel<Integer> out = run.channel("out", 0);
    Receiver<Integer> outToPorts = run.portReceiver(out);
    StageWiring source = run.stage("source");
    Sender<Integer> outFromSource = source.sender(out);
    source.runs(() -> outFromSource.send(1));
    run.start();
    assertEquals(1, outToPorts.receive());
    run.join();
    run.cancel();
    assertEquals(null, outToPorts.receiveOrNull());
    run.close();
  }
}
