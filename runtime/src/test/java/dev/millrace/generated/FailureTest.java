package dev.millrace.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.Channel;
import dev.millrace.ChannelClosedException;
import dev.millrace.Receiver;
import dev.millrace.Sender;
import dev.millrace.StartOptions;
import dev.millrace.TopologyFailedException;
import dev.millrace.internal.ChannelProbe;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A stage that throws fails the topology, and everybody learns of it. */
@Timeout(300)
class FailureTest {

  private final TopologyRun run = new TopologyRun("T", StartOptions.defaults());

  /** A source that fails with what it is given, once it is told to. */
  private CountDownLatch failingStage(Throwable thrown) {
    CountDownLatch go = new CountDownLatch(1);
    run.stage("bad")
        .runs(
            () -> {
              go.await();
              FailureTest.<RuntimeException>sneak(thrown);
            });
    return go;
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> void sneak(Throwable thrown) throws E {
    throw (E) thrown;
  }

  static Stream<Throwable> everythingThrowable() {
    return Stream.of(
        new IllegalStateException("boom"),
        new Exception("checked"),
        new StackOverflowError(),
        new OutOfMemoryError("simulated"),
        new AssertionError("no"),
        new Throwable("neither exception nor error"));
  }

  /** Nobody else would tell those who receive of the end. */
  @Test
  void failsWhenAnEndCannotBeClosed() {
    Channel<Integer> broken = run.broadcast("broken", 1);
    Channel<Integer> other = run.channel("other", 1);
    Receiver<Integer> receiver = run.portReceiver(broken);
    StageWiring stage = run.stage("source");
    Sender<Integer> first = stage.sender(broken);
    Sender<Integer> second = stage.sender(other);
    stage.runs(() -> {});
    ChannelProbe.failNextClose(broken);
    run.start();
    var failure = assertThrows(TopologyFailedException.class, run::join);
    assertInstanceOf(InternalError.class, failure.getCause());
    assertTrue(first.isClosed() && second.isClosed() && other.isClosed());
    var closed = assertThrows(ChannelClosedException.class, receiver::receive);
    assertSame(failure.getCause(), closed.getCause());
  }

  @ParameterizedTest
  @MethodSource("everythingThrowable")
  void namesTheStageAndKeepsTheCause(Throwable thrown) {
    failingStage(thrown).countDown();
    run.start();
    for (Background.Action end : List.<Background.Action>of(run::join, run::close)) {
      TopologyFailedException failure = assertThrows(TopologyFailedException.class, end::run);
      assertEquals("T.bad", failure.stage());
      assertSame(thrown, failure.getCause());
      assertEquals("Stage T.bad failed: " + thrown, failure.getMessage());
      assertEquals(0, failure.getSuppressed().length);
    }
  }

  @Test
  void aRealStackOverflowFails() {
    run.stage("deep").runs(() -> assertEquals(0, deeper(0)));
    run.start();
    var failure = assertThrows(TopologyFailedException.class, run::join);
    assertInstanceOf(StackOverflowError.class, failure.getCause());
  }

  @SuppressWarnings("InfiniteRecursion")
  private static int deeper(int depth) {
    return deeper(depth + 1) + 1;
  }

  @Test
  void namesTheWorker() {
    Channel<Integer> in = run.channel("in", 0);
    Sender<Integer> inFromPorts = run.portSender(in);
    StageWiring work = run.stage("work", 3);
    Receiver<Integer> inToWork = work.receiver(in);
    AtomicReference<String> worker = new AtomicReference<>();
    work.runs(
        () -> {
          for (Integer ignored : inToWork) {
            worker.set(Thread.currentThread().getName());
            throw new IllegalStateException("boom");
          }
        });
    run.start();
    assertTrue(assertThrowsNothing(() -> inFromPorts.send(1)));
    var failure = assertThrows(TopologyFailedException.class, run::join);
    assertEquals(worker.get(), failure.stage());
    assertTrue(failure.stage().matches("T\\.work-[123]"), failure.stage());
  }

  private static boolean assertThrowsNothing(Background.Action action) {
    try {
      action.run();
      return true;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void anExceptionWithoutAWorkingMessageFailsAllTheSame() throws Exception {
    RuntimeException broken =
        new RuntimeException() {
          private static final long serialVersionUID = 1L;

          @Override
          public String getMessage() {
            throw new UnsupportedOperationException("no message");
          }
        };
    Channel<Integer> out = run.channel("out", 0);
    Receiver<Integer> outToPorts = run.portReceiver(out);
    StageWiring bad = run.stage("bad");
    Sender<Integer> unused = bad.sender(out);
    bad.runs(
        () -> {
          throw broken;
        });
    run.start();
    var failure = assertThrows(TopologyFailedException.class, run::join);
    assertSame(broken, failure.getCause());
    assertEquals("Stage T.bad failed: " + broken.getClass().getName(), failure.getMessage());
    var closed = assertThrows(ChannelClosedException.class, outToPorts::receiveOrNull);
    assertSame(broken, closed.getCause());
  }

  @Test
  void joinInsideTryWithResourcesThrowsTheFailureItself() {
    failingStage(new IllegalStateException("boom")).countDown();
    var failure =
        assertThrows(
            TopologyFailedException.class,
            () -> {
              try (TopologyRun topology = run) {
                topology.start();
                topology.join();
              }
            });
    assertEquals("T.bad", failure.stage());
    assertEquals(1, failure.getSuppressed().length);
    assertNotSame(failure, failure.getSuppressed()[0]);
  }

  @Test
  void laterFailuresAreSuppressed() {
    CountDownLatch go = failingStage(new IllegalStateException("first"));
    IllegalArgumentException second = new IllegalArgumentException("second");
    run.stage("unwilling")
        .runs(
            () -> {
              go.countDown();
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                throw second;
              }
            });
    run.start();
    var failure = assertThrows(TopologyFailedException.class, run::join);
    assertEquals("T.bad", failure.stage());
    assertEquals(List.of(second), List.of(failure.getSuppressed()));
  }

  @Test
  void stagesThatOnlyObeyTheInterruptAreNotSuppressed() {
    CountDownLatch go = failingStage(new IllegalStateException("first"));
    CountDownLatch ready = new CountDownLatch(2);
    run.stage("obeys")
        .runs(
            () -> {
              ready.countDown();
              new CountDownLatch(1).await();
            });
    run.stage("wraps")
        .runs(
            () -> {
              ready.countDown();
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    run.start();
    assertTrue(assertThrowsNothing(ready::await));
    go.countDown();
    var failure = assertThrows(TopologyFailedException.class, run::join);
    assertEquals(0, failure.getSuppressed().length);
  }

  @Test
  void theSameExceptionFromTwoStagesIsNotItsOwnCompany() {
    IllegalStateException thrown = new IllegalStateException("boom");
    CountDownLatch go = failingStage(thrown);
    run.stage("again")
        .runs(
            () -> {
              go.countDown();
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                throw thrown;
              }
            });
    run.start();
    var failure = assertThrows(TopologyFailedException.class, run::join);
    assertSame(thrown, failure.getCause());
    assertEquals(0, failure.getSuppressed().length);
  }

  @Test
  void waitingPortsThrowWithTheCause() throws Exception {
    Channel<Integer> in = run.channel("in", 0);
    Channel<Integer> out = run.channel("out", 0);
    Channel<Integer> other = run.channel("other", 0);
    Sender<Integer> inFromPorts = run.portSender(in);
    Receiver<Integer> outToPorts = run.portReceiver(out);
    SelectPort either = SelectPort.fair(run.portReceiver(other));
    StageWiring idle = run.stage("idle");
    Receiver<Integer> unusedIn = idle.receiver(in);
    Sender<Integer> unusedOut = idle.sender(out);
    Sender<Integer> unusedOther = idle.sender(other);
    idle.runs(() -> new CountDownLatch(1).await());
    IllegalStateException thrown = new IllegalStateException("boom");
    CountDownLatch go = failingStage(thrown);
    run.start();
    List<Background<Boolean>> ports =
        List.of(
            Background.run(() -> inFromPorts.send(1)),
            Background.call(() -> outToPorts.receive() > 0),
            Background.call(() -> outToPorts.receiveOrNull() == null),
            Background.call(() -> either.select().arm() == 0));
    ports.forEach(port -> Until.parked(port.thread()));

    go.countDown();

    for (Background<Boolean> port : ports) {
      var closed = assertThrows(ChannelClosedException.class, port::get);
      assertSame(thrown, closed.getCause());
    }
    assertThrows(TopologyFailedException.class, run::close);
    // Later calls learn of it as well, even though close() has ended the ports in order.
    assertSame(
        thrown, assertThrows(ChannelClosedException.class, () -> inFromPorts.send(1)).getCause());
    assertSame(
        thrown,
        assertThrows(ChannelClosedException.class, () -> inFromPorts.trySend(1)).getCause());
    assertSame(thrown, assertThrows(ChannelClosedException.class, outToPorts::receive).getCause());
  }

  @Test
  void noThreadOutlivesJoin() throws Exception {
    CountDownLatch go = failingStage(new IllegalStateException("boom"));
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    AtomicInteger ended = new AtomicInteger();
    run.stage("stubborn")
        .runs(
            () -> {
              go.countDown();
              while (release.getCount() > 0) {
                try {
                  release.await();
                } catch (InterruptedException e) {
                  interrupted.countDown();
                }
              }
              ended.incrementAndGet();
            });
    run.start();
    Background<Boolean> joining = Background.run(run::join);
    interrupted.await();
    Until.stage(run, "T.bad", "ended");
    Until.holds("join waits", () -> joining.thread().getState() == Thread.State.WAITING);
    Until.stage(run, "T.stubborn", "running");
    release.countDown();
    assertThrows(TopologyFailedException.class, joining::get);
    assertEquals(1, ended.get());
  }

  @Test
  void bufferedValuesStillReachPortsBeforeTheFailureDoes() throws Exception {
    Channel<Integer> out = run.channel("out", 3);
    Receiver<Integer> outToPorts = run.portReceiver(out);
    StageWiring bad = run.stage("bad");
    Sender<Integer> outFromBad = bad.sender(out);
    bad.runs(
        () -> {
          outFromBad.send(1);
          outFromBad.send(2);
          throw new IllegalStateException("boom");
        });
    run.start();
    assertThrows(TopologyFailedException.class, run::join);
    assertEquals(1, outToPorts.receive());
    assertEquals(2, outToPorts.receiveOrNull());
    assertThrows(ChannelClosedException.class, outToPorts::receiveOrNull);
    assertEquals(Map.of(), run.discarded());
  }

  @Test
  void bufferedValuesDoNotKeepAStageAtWorkForATopologyThatFailed() throws Exception {
    Channel<Integer> in = run.channel("in", 100);
    Sender<Integer> inFromPorts = run.portSender(in);
    StageWiring work = run.stage("work");
    Receiver<Integer> inToWork = work.receiver(in);
    CountDownLatch release = new CountDownLatch(1);
    AtomicInteger worked = new AtomicInteger();
    work.runs(
        () -> {
          for (Integer ignored : inToWork) {
            while (release.getCount() > 0) {
              try {
                release.await();
              } catch (InterruptedException e) {
                // It does not care.
              }
            }
            worked.incrementAndGet();
          }
        });
    CountDownLatch go = failingStage(new IllegalStateException("boom"));
    run.start();
    for (int i = 0; i < 100; i++) {
      inFromPorts.send(i);
    }
    Until.holds("one taken", () -> in.size() == 99);
    go.countDown();
    Until.stage(run, "T.bad", "ended");
    release.countDown();
    assertThrows(TopologyFailedException.class, run::join);
    assertEquals(1, worked.get());
    assertEquals(Map.of("in", 99L), run.discarded());
  }

  @Test
  void aFoldNeverTakesAFailureForTheEndOfAChannelThatWasClosedInOrder() throws Exception {
    Channel<Integer> in = run.channel("in", 10);
    Sender<Integer> inFromPorts = run.portSender(in);
    StageWiring fold = run.stage("fold");
    Receiver<Integer> inToFold = fold.receiver(in);
    CountDownLatch release = new CountDownLatch(1);
    AtomicInteger sum = new AtomicInteger();
    fold.runs(
        () -> {
          int total = 0;
          for (Integer each : inToFold) {
            total += each;
            while (release.getCount() > 0) {
              try {
                release.await();
              } catch (InterruptedException e) {
                // It does not care.
              }
            }
          }
          sum.set(total);
        });
    CountDownLatch go = failingStage(new IllegalStateException("boom"));
    run.start();
    for (int i = 1; i <= 10; i++) {
      inFromPorts.send(i);
    }
    inFromPorts.close();
    Until.holds("one taken", () -> in.size() == 9);
    go.countDown();
    Until.stage(run, "T.bad", "ended");
    release.countDown();
    assertThrows(TopologyFailedException.class, run::close);
    assertEquals(0, sum.get(), "an incomplete sum was taken for complete");
  }

  @Test
  void sendingAfterClosingItsOwnSenderIsAFaultOfTheStage() {
    Channel<Integer> out = run.channel("out", 3);
    Receiver<Integer> unused = run.portReceiver(out);
    StageWiring bad = run.stage("bad");
    Sender<Integer> outFromBad = bad.sender(out);
    bad.runs(
        () -> {
          outFromBad.close();
          outFromBad.send(1);
        });
    run.start();
    var failure = assertThrows(TopologyFailedException.class, run::join);
    assertInstanceOf(ChannelClosedException.class, failure.getCause());
  }

  @Test
  void callingAPortThatWasClosedIsAFaultOfTheStage() {
    Channel<Integer> in = run.channel("in", 3);
    Sender<Integer> inFromPorts = run.portSender(in);
    Receiver<Integer> unused = run.portReceiver(in);
    run.stage("bad")
        .runs(
            () -> {
              inFromPorts.close();
              inFromPorts.send(1);
            });
    run.start();
    assertThrows(TopologyFailedException.class, run::join);
  }

  @Test
  void aClosedChannelOfSomebodyElseIsAFailure() {
    Channel<Integer> foreign = Channel.rendezvous();
    foreign.close();
    run.stage("bad").runs(() -> foreign.send(1));
    run.start();
    assertThrows(TopologyFailedException.class, run::join);
  }

  @Test
  void anInterruptThatIsNotOursIsAFailure() {
    run.stage("bad")
        .runs(
            () -> {
              Thread.currentThread().interrupt();
              new CountDownLatch(1).await();
            });
    run.start();
    var failure = assertThrows(TopologyFailedException.class, run::join);
    assertInstanceOf(InterruptedException.class, failure.getCause());
  }

  @Test
  void aStageThatClosesItsSenderWithACauseFailsWhoeverReceivesFromIt() throws Exception {
    Channel<Integer> out = run.channel("out", 3);
    Receiver<Integer> outToPorts = run.portReceiver(out);
    StageWiring source = run.stage("source");
    Sender<Integer> outFromSource = source.sender(out);
    IllegalStateException cause = new IllegalStateException("no more");
    source.runs(
        () -> {
          outFromSource.send(1);
          outFromSource.close(cause);
        });
    run.start();
    run.join();
    assertEquals(1, outToPorts.receiveOrNull());
    var closed = assertThrows(ChannelClosedException.class, outToPorts::receiveOrNull);
    assertSame(cause, closed.getCause());
  }

  @Test
  void aStageFedByAFailedSenderFailsTheTopologyUnlessItCatchesThat() {
    Channel<Integer> out = run.channel("out", 3);
    StageWiring source = run.stage("source");
    Sender<Integer> outFromSource = source.sender(out);
    IllegalStateException cause = new IllegalStateException("no more");
    source.runs(() -> outFromSource.close(cause));
    StageWiring sink = run.stage("sink");
    Receiver<Integer> outToSink = sink.receiver(out);
    sink.runs(() -> assertFalse(outToSink.iterator().hasNext()));
    run.start();
    var failure = assertThrows(TopologyFailedException.class, run::join);
    assertEquals("T.sink", failure.stage());
    assertSame(
        cause, assertInstanceOf(ChannelClosedException.class, failure.getCause()).getCause());
  }

  @Test
  void aStageThatFailsBeforeOthersHaveStartedEndsThemAsWell() throws Exception {
    for (int i = 0; i < 500; i++) {
      TopologyRun quick = new TopologyRun("Q", StartOptions.defaults());
      Channel<Integer> never = quick.channel("never", 0);
      Sender<Integer> unused = quick.portSender(never);
      quick
          .stage("bad")
          .runs(
              () -> {
                throw new IllegalStateException("at once");
              });
      for (int stage = 0; stage < 8; stage++) {
        if (stage == 0) {
          StageWiring waits = quick.stage("waits", 4);
          Receiver<Integer> neverToWaits = waits.receiver(never);
          waits.runs(() -> assertEquals(1, neverToWaits.receive()));
        } else {
          quick.stage("sleeps" + stage).runs(() -> new CountDownLatch(1).await());
        }
      }
      quick.start();
      var failure = assertThrows(TopologyFailedException.class, quick::join);
      assertEquals("Q.bad", failure.stage());
      assertEquals(0, failure.getSuppressed().length);
    }
  }

  @Test
  void aThreadThatBeginsAfterTheFailureRunsNothing() throws Exception {
    failingStage(new IllegalStateException("boom")).countDown();
    StageWiring late = run.stage("late");
    AtomicInteger ran = new AtomicInteger();
    late.runs(ran::incrementAndGet);
    // As start() does, but slowly.
    run.stageThreads().getFirst().start();
    run.stageThreads().getFirst().join();
    run.stageThreads().getLast().start();
    assertThrows(TopologyFailedException.class, run::join);
    assertEquals(0, ran.get());
  }

  @Test
  void aLaterCancellationDoesNotReplaceTheFailure() throws Exception {
    Channel<Integer> out = run.channel("out", 1);
    Receiver<Integer> outToPorts = run.portReceiver(out);
    RuntimeException boom = new IllegalStateException("boom");
    StageWiring bad = run.stage("bad");
    Sender<Integer> outFromBad = bad.sender(out);
    bad.runs(
        () -> {
          outFromBad.send(1);
          throw boom;
        });
    run.start();
    assertThrows(TopologyFailedException.class, run::join);
    assertEquals(1, out.size());
    run.cancel();
    assertSame(boom, assertThrows(ChannelClosedException.class, outToPorts::receive).getCause());
  }
}
