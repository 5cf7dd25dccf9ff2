package dev.millrace.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.Channel;
import dev.millrace.ChannelClosedException;
import dev.millrace.Receiver;
import dev.millrace.Sender;
import dev.millrace.StartOptions;
import dev.millrace.TopologyFailedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Waiting for the end, with and without a grace period that runs out. */
@Timeout(300)
class CloseTest {

  private static final Duration SHORT = Duration.ofMillis(20);
  private static final Duration ENDLESS = Duration.ofDays(1000);

  private static TopologyRun run(Duration gracePeriod) {
    return new TopologyRun("T", StartOptions.defaults().gracePeriod(gracePeriod));
  }

  /** in, then stage work, then out, which ports consume. */
  private record Line(
      TopologyRun run, Sender<Integer> in, Receiver<Integer> out, Channel<Integer> results) {

    static Line start(TopologyRun run, int inSize, int outSize, CountDownLatch mayWork) {
      Channel<Integer> in = run.channel("in", inSize);
      Channel<Integer> out = run.channel("out", outSize);
      Line line = new Line(run, run.portSender(in), run.portReceiver(out), out);
      StageWiring work = run.stage("work");
      Receiver<Integer> inToWork = work.receiver(in);
      Sender<Integer> outFromWork = work.sender(out);
      work.runs(
          () -> {
            for (Integer value : inToWork) {
              mayWork.await();
              outFromWork.send(value);
            }
          });
      run.start();
      return line;
    }

    static Line start(TopologyRun run, int inSize, int outSize) {
      return start(run, inSize, outSize, new CountDownLatch(0));
    }
  }

  @Test
  void waitsUntilEverythingSubmittedWasWorkedOn() throws Exception {
    AtomicInteger worked = new AtomicInteger();
    try (TopologyRun run = run(ENDLESS)) {
      Channel<Integer> in = run.channel("in", 100);
      Sender<Integer> inFromPorts = run.portSender(in);
      StageWiring work = run.stage("work", 3);
      Receiver<Integer> inToWork = work.receiver(in);
      work.runs(
          () -> {
            for (Integer ignored : inToWork) {
              worked.incrementAndGet();
            }
          });
      run.start();
      for (int i = 0; i < 100; i++) {
        inFromPorts.send(i);
      }
    }
    assertEquals(100, worked.get());
  }

  @Test
  void closingAgainAndClosingFromManyThreadsDoesNothingMore() throws Exception {
    Line line = Line.start(run(ENDLESS), 1, 1);
    line.run.close();
    line.run.close();
    List<Background<Boolean>> others = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      others.add(Background.run(line.run::close));
    }
    for (Background<Boolean> other : others) {
      other.join();
    }
    line.run.join();
  }

  @Test
  void cancelsWhatStandsStillAndCounts() throws Exception {
    Line line = Line.start(run(SHORT), 5, 0);
    for (int i = 0; i < 4; i++) {
      line.in.send(i);
    }
    line.run.close();
    assertEquals(Map.of("in", 3L, "out", 1L), line.run.discarded());
    var closed = assertThrows(ChannelClosedException.class, line.out::receiveOrNull);
    var cause = assertInstanceOf(CancellationException.class, closed.getCause());
    assertTrue(String.valueOf(cause.getMessage()).contains("PT0.02S"), cause.getMessage());
  }

  @Test
  void aGracePeriodOfZeroCancelsWhatStandsStillAtOnce() throws Exception {
    Line line = Line.start(run(Duration.ZERO), 5, 0);
    line.in.send(1);
    Until.stage(line.run, "T.work", "waiting to send on \"out\"");
    line.run.close();
    assertEquals(Map.of("out", 1L), line.run.discarded());
  }

  @Test
  void aGracePeriodOfZeroDoesNotCancelWhatMoves() throws Exception {
    for (int i = 0; i < 300; i++) {
      TopologyRun run = run(Duration.ZERO);
      List<Channel<Integer>> channels = new ArrayList<>();
      for (int n = 0; n <= 4; n++) {
        channels.add(run.channel("c" + n, 1));
      }
      Sender<Integer> in = run.portSender(channels.getFirst());
      AtomicInteger worked = new AtomicInteger();
      for (int n = 0; n < 4; n++) {
        StageWiring pass = run.stage("pass" + n);
        Receiver<Integer> from = pass.receiver(channels.get(n));
        Sender<Integer> to = pass.sender(channels.get(n + 1));
        pass.runs(
            () -> {
              for (Integer value : from) {
                to.send(value);
              }
            });
      }
      StageWiring sink = run.stage("sink");
      Receiver<Integer> last = sink.receiver(channels.getLast());
      sink.runs(
          () -> {
            for (Integer ignored : last) {
              worked.incrementAndGet();
            }
          });
      run.start();
      for (int n = 0; n < 10; n++) {
        in.send(n);
      }
      run.close();
      assertEquals(Map.of(), run.discarded());
      assertEquals(10, worked.get());
    }
  }

  @Test
  void whatPortsStillTakeIsWaitedForWhenTheStagesHaveEnded() throws Exception {
    Line line = Line.start(run(ENDLESS), 5, 5);
    for (int i = 0; i < 5; i++) {
      line.in.send(i);
    }
    Until.holds("worked on", line.results::isFull);
    Background<Boolean> closing = Background.run(line.run::close);
    Until.stage(line.run, "T.work", "ended");
    Until.holds("close waits", () -> closing.thread().getState() == Thread.State.TIMED_WAITING);
    for (int i = 0; i < 5; i++) {
      assertEquals(i, line.out.receive());
    }
    assertNull(line.out.receiveOrNull());
    closing.join();
    assertEquals(Map.of(), line.run.discarded());
  }

  @Test
  void whatPortsNeverTakeIsDiscardedAndDoesNotLookLikeAnOrderlyEnd() throws Exception {
    Line line = Line.start(run(SHORT), 5, 5);
    for (int i = 0; i < 5; i++) {
      line.in.send(i);
    }
    line.run.close();
    assertEquals(Map.of("out", 5L), line.run.discarded());
    assertThrows(ChannelClosedException.class, line.out::receiveOrNull);
  }

  @Test
  void slowUserCodeIsNotCancelled() throws Exception {
    CountDownLatch mayWork = new CountDownLatch(1);
    Duration gracePeriod = Duration.ofMillis(1);
    TopologyRun run = run(gracePeriod);
    Line line = Line.start(run, 5, 5, mayWork);
    line.in.send(1);
    Until.holds("taken", () -> run.snapshot().channels().getFirst().size() == 0);
    Background<Boolean> closing = Background.run(run::close);
    Background<Integer> next = Background.call(line.out::receive);
    Until.parked(next.thread());
    // Meanwhile many others, that do stand still, are cancelled.
    for (int i = 0; i < 50; i++) {
      Line other = Line.start(run(gracePeriod), 5, 0);
      other.in.send(1);
      other.run.close();
      assertEquals(Map.of("out", 1L), other.run.discarded());
    }
    Until.stage(run, "T.work", "running");
    mayWork.countDown();
    assertEquals(1, next.get());
    closing.join();
    assertEquals(Map.of(), run.discarded());
  }

  @Test
  void anInterruptCancelsAndIsSetAgain() throws Exception {
    Line line = Line.start(run(ENDLESS), 5, 0);
    line.in.send(1);
    line.in.send(2);
    Until.stage(line.run, "T.work", "waiting to send on \"out\"");
    Background<Boolean> closing =
        Background.call(
            () -> {
              line.run.close();
              return Thread.currentThread().isInterrupted();
            });
    Until.holds("close waits", () -> closing.thread().getState() == Thread.State.TIMED_WAITING);
    closing.thread().interrupt();
    assertTrue(closing.get());
    assertEquals(Map.of("in", 1L, "out", 1L), line.run.discarded());
  }

  @Test
  void anInterruptedThreadThatClosesCancelsAtOnce() throws Exception {
    Line line = Line.start(run(ENDLESS), 5, 0);
    line.in.send(1);
    Background<Boolean> closing =
        Background.call(
            () -> {
              Thread.currentThread().interrupt();
              line.run.close();
              return Thread.currentThread().isInterrupted();
            });
    assertTrue(closing.get());
    Until.stage(line.run, "T.work", "ended");
  }

  @Test
  void anInterruptWhileOnlyPortsAreLeftDiscards() throws Exception {
    Line line = Line.start(run(ENDLESS), 5, 5);
    line.in.send(1);
    Until.holds("worked on", () -> line.results.size() == 1);
    Background<Boolean> closing =
        Background.call(
            () -> {
              line.run.close();
              return Thread.currentThread().isInterrupted();
            });
    Until.stage(line.run, "T.work", "ended");
    closing.thread().interrupt();
    assertTrue(closing.get());
    assertEquals(Map.of("out", 1L), line.run.discarded());
  }

  @Test
  void userCodeThatIgnoresInterruptsIsWaitedForAndShown() throws Exception {
    TopologyRun run = run(SHORT);
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    run.stage("stubborn")
        .runs(
            () -> {
              while (release.getCount() > 0) {
                try {
                  release.await();
                } catch (InterruptedException e) {
                  interrupted.countDown();
                }
              }
            });
    run.start();
    Background<Boolean> closing = Background.run(run::close);
    interrupted.await();
    run.cancel();
    Until.stage(run, "T.stubborn", "running");
    Until.holds("close waits", () -> closing.thread().getState() != Thread.State.RUNNABLE);
    release.countDown();
    closing.join();
  }

  @Test
  void aStageCannotWaitForItself() {
    TopologyRun run = run(ENDLESS);
    List<Throwable> thrown = new ArrayList<>();
    run.stage("self")
        .runs(
            () -> {
              thrown.add(assertThrows(IllegalStateException.class, run::close));
              thrown.add(assertThrows(IllegalStateException.class, run::join));
            });
    run.start();
    run.close();
    assertEquals(2, thrown.size());
    assertEquals(
        "close() was called by stage T.self, which would wait for itself. Call stop(), or return"
            + " from the stage.",
        thrown.getFirst().getMessage());
  }

  @Test
  void aStageMayStopAndCancel() throws Exception {
    TopologyRun run = run(ENDLESS);
    Channel<Integer> in = run.channel("in", 5);
    Sender<Integer> inFromPorts = run.portSender(in);
    StageWiring poisoned = run.stage("poisoned");
    Receiver<Integer> inToPoisoned = poisoned.receiver(in);
    AtomicInteger sum = new AtomicInteger();
    poisoned.runs(
        () -> {
          for (Integer value : inToPoisoned) {
            sum.addAndGet(value);
            run.stop();
          }
          run.cancel();
        });
    inFromPorts.send(1);
    inFromPorts.send(2);
    run.start();
    run.join();
    assertEquals(3, sum.get());
    assertThrows(ChannelClosedException.class, () -> inFromPorts.send(3));
  }

  @Test
  void joinCanBeInterruptedAndLeavesTheTopologyAlone() throws Exception {
    Line line = Line.start(run(ENDLESS), 5, 5);
    Background<Boolean> joining = Background.run(line.run::join);
    Until.holds("join waits", () -> joining.thread().getState() == Thread.State.WAITING);
    joining.thread().interrupt();
    assertThrows(InterruptedException.class, joining::get);
    line.in.send(7);
    assertEquals(7, line.out.receive());
    line.run.close();
  }

  @Test
  void aFailureIsThrownByCloseEvenAfterAnInterrupt() throws Exception {
    TopologyRun run = run(ENDLESS);
    CountDownLatch begun = new CountDownLatch(1);
    run.stage("bad")
        .runs(
            () -> {
              begun.countDown();
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                throw new IllegalStateException("boom");
              }
            });
    Channel<Integer> never = run.channel("never", 0);
    Sender<Integer> neverFromPorts = run.portSender(never);
    run.start();
    begun.await();
    AtomicInteger interruptKept = new AtomicInteger();
    Background<Boolean> closing =
        Background.run(
            () -> {
              Thread.currentThread().interrupt();
              try {
                run.close();
              } finally {
                interruptKept.set(Thread.currentThread().isInterrupted() ? 1 : 2);
              }
            });
    assertThrows(TopologyFailedException.class, closing::get);
    assertEquals(1, interruptKept.get());
    assertThrows(ChannelClosedException.class, () -> neverFromPorts.send(1));
  }
}
