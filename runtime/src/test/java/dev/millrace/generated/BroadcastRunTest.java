package dev.millrace.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.Channel;
import dev.millrace.ChannelClosedException;
import dev.millrace.Receiver;
import dev.millrace.Sender;
import dev.millrace.StartOptions;
import dev.millrace.TopologyFailedException;
import dev.millrace.TopologySnapshot.ChannelDepth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A broadcast channel in a running topology: who ends, who fails, what is counted. */
@Timeout(300)
class BroadcastRunTest {

  private final TopologyRun run =
      new TopologyRun("T", StartOptions.defaults().buffer("in", 4).gracePeriod(Duration.ofDays(1)));
  private final Channel<Integer> in = run.broadcast("in", 0);
  private final Channel<Integer> sums = run.channel("sums", 2);
  private final Sender<Integer> inFromPorts = run.portSender(in);
  private final Receiver<Integer> sumsToPorts = run.portReceiver(sums);

  private void addSum(String name) {
    StageWiring stage = run.stage(name);
    Receiver<Integer> values = stage.receiver(in);
    Sender<Integer> results = stage.sender(sums);
    stage.runs(() -> results.send(values.stream().mapToInt(n -> n).sum()));
  }

  @Test
  void closingFlowsThroughEachSubscriber() throws Exception {
    addSum("one");
    addSum("other");
    run.start();
    for (int i = 1; i <= 100; i++) {
      inFromPorts.send(i);
    }
    inFromPorts.close();
    assertEquals(5_050, sumsToPorts.receive());
    assertEquals(5_050, sumsToPorts.receive());
    assertNull(sumsToPorts.receiveOrNull());
    run.close();
    assertEquals(Map.of(), run.discarded());
  }

  @Test
  void aStageThatEndsIsSkippedAndWhatItMissedIsCounted() throws Exception {
    CountDownLatch mayEnd = new CountDownLatch(1);
    StageWiring impatient = run.stage("impatient");
    Receiver<Integer> inToImpatient = impatient.receiver(in);
    impatient.runs(
        () -> {
          Integer unused = inToImpatient.receive();
          mayEnd.await();
        });
    addSum("sum");
    run.start();
    for (int i = 1; i <= 5; i++) {
      inFromPorts.send(i);
    }
    Until.holds(
        "four values wait",
        () -> run.snapshot().channels().contains(new ChannelDepth("in", 4, 4, false)));
    Background<Boolean> sixth = Background.run(() -> inFromPorts.send(6));
    Until.parked(sixth.thread());
    mayEnd.countDown();
    sixth.join();
    inFromPorts.close();
    assertEquals(21, sumsToPorts.receive());
    run.close();
    assertEquals(Map.of("in", 4L), run.discarded());
  }

  @Test
  void withTheLastStageTheChannelIsCancelled() throws Exception {
    for (String name : List.of("one", "other")) {
      StageWiring stage = run.stage(name);
      Receiver<Integer> values = stage.receiver(in);
      stage.runs(
          () -> {
            Integer unused = values.receive();
          });
    }
    run.start();
    inFromPorts.send(1);
    run.join();
    assertThrows(ChannelClosedException.class, () -> inFromPorts.send(2));
    run.close();
  }

  @Test
  void aStageThatFailsFailsTheOthers() throws Exception {
    var failure = new IllegalStateException("broken");
    StageWiring broken = run.stage("broken");
    Receiver<Integer> inToBroken = broken.receiver(in);
    broken.runs(
        () -> {
          Integer unused = inToBroken.receive();
          throw failure;
        });
    addSum("sum");
    run.start();
    inFromPorts.send(1);
    assertSame(failure, assertThrows(TopologyFailedException.class, run::join).getCause());
    assertSame(
        failure, assertThrows(ChannelClosedException.class, () -> inFromPorts.send(2)).getCause());
    assertThrows(TopologyFailedException.class, run::close);
  }

  @Test
  void stoppingDrainsEachSubscriber() throws Exception {
    addSum("one");
    addSum("other");
    run.start();
    inFromPorts.send(7);
    run.stop();
    assertThrows(ChannelClosedException.class, () -> inFromPorts.send(8));
    assertEquals(7, sumsToPorts.receive());
    assertEquals(7, sumsToPorts.receive());
    run.close();
  }

  @Test
  void cancellingCountsWhatEachHasMissed() throws Exception {
    Receiver<Integer> one = run.portReceiver(in);
    Receiver<Integer> other = run.portReceiver(in);
    run.start();
    inFromPorts.send(1);
    inFromPorts.send(2);
    assertEquals(1, one.receive());
    run.cancel();
    assertThrows(ChannelClosedException.class, one::receiveOrNull);
    assertThrows(ChannelClosedException.class, other::receiveOrNull);
    assertEquals(Map.of("in", 3L), run.discarded());
    run.close();
  }

  @Test
  void portsDrainTheirViewsBeforeTheTopologyIsClosed() throws Exception {
    Receiver<Integer> view = run.portReceiver(in);
    addSum("sum");
    run.start();
    inFromPorts.send(3);
    Background<Boolean> closing = Background.run(run::close);
    assertEquals(3, sumsToPorts.receive());
    assertEquals(3, Objects.requireNonNull(view.receiveOrNull()));
    closing.join();
    assertEquals(Map.of(), run.discarded());
  }

  @Test
  void aSendThatWaitsThroughAnEndThatIsClosedIsRefused() throws Exception {
    Channel<Integer> handed = run.broadcast("handed", 0);
    Receiver<Integer> one = run.portReceiver(handed);
    Receiver<Integer> other = run.portReceiver(handed);
    Sender<Integer> fromPorts = run.portSender(handed);
    run.start();
    Background<Boolean> half = Background.run(() -> fromPorts.send(1));
    Until.parked(half.thread());
    assertEquals(1, one.receive());
    Background<Boolean> none = Background.run(() -> fromPorts.send(2));
    Until.parked(none.thread());
    fromPorts.close();
    half.join();
    assertThrows(ChannelClosedException.class, none::join);
    assertNull(one.receiveOrNull());
    assertEquals(1, other.receive());
    assertNull(other.receiveOrNull());
    run.close();
  }

  /** A stage that goes on after its end of the channel was closed ends in order. */
  @Test
  void aStageThatAsksOnceMoreEndsInOrder() throws Exception {
    StageWiring greedy = run.stage("greedy");
    Receiver<Integer> inToGreedy = greedy.receiver(in);
    greedy.runs(
        () -> {
          while (true) {
            Integer unused = inToGreedy.receive();
          }
        });
    addSum("sum");
    run.start();
    inFromPorts.send(3);
    inFromPorts.close();
    assertEquals(3, sumsToPorts.receive());
    run.close();
  }

  /** An actor's arms for the values and for the end are one subscriber. */
  @Test
  void aSelectTakesEveryValueAndThenIsToldOfTheEnd() throws Exception {
    StageWiring actor = run.stage("actor");
    SelectPort arms =
        SelectPort.fairArms().end(actor.receiver(in)).values(actor.receiver(in)).build();
    Sender<Integer> results = actor.sender(sums);
    actor.runs(
        () -> {
          try (Selection selection = arms.open()) {
            while (selection.await()) {
              results.send(selection.arm() == 0 ? -1 : selection.valueOf(in));
            }
          }
        });
    addSum("sum");
    run.start();
    for (int i = 1; i <= 4; i++) {
      inFromPorts.send(i);
    }
    inFromPorts.close();
    List<Integer> received = new ArrayList<>();
    sumsToPorts.forEach(received::add);
    assertEquals(List.of(-1, 1, 2, 3, 4, 10), received.stream().sorted().toList());
    assertTrue(received.indexOf(-1) > received.indexOf(4));
    run.close();
    assertEquals(Map.of(), run.discarded());
  }

  /** The first to take it decides that it is sent: then it is there for the ports as well. */
  @Test
  void whatIsBeingHandedOverAndNoPortTakesIsCounted() throws Exception {
    TopologyRun impatient =
        new TopologyRun("T", StartOptions.defaults().gracePeriod(Duration.ZERO));
    Channel<Integer> handed = impatient.broadcast("handed", 0);
    Receiver<Integer> taker = impatient.portReceiver(handed);
    Receiver<Integer> sleeper = impatient.portReceiver(handed);
    Sender<Integer> fromPorts = impatient.portSender(handed);
    impatient.start();
    Background<Boolean> sending = Background.run(() -> fromPorts.send(1));
    Until.parked(sending.thread());
    assertEquals(1, taker.receive());
    impatient.close();
    sending.join();
    assertEquals(Map.of("handed", 1L), impatient.discarded());
    assertThrows(ChannelClosedException.class, sleeper::receiveOrNull);
  }

  @Test
  void aBufferOfNoneThatASelectNeedsIsRefusedWhenTheTopologyIsWired() {
    TopologyRun unbuffered = new TopologyRun("T", StartOptions.defaults().buffer("in", 0));
    Sender<Integer> end = unbuffered.portSender(unbuffered.broadcast("in", 4));
    SelectPort.Builder arms = SelectPort.fairArms();
    assertEquals(
        "A select cannot send to \"in\": without a buffer, sending takes until every subscriber has"
            + " come, and an arm happens at once. Give it a buffer.",
        assertThrows(IllegalArgumentException.class, () -> arms.offers(end)).getMessage());
  }
}
