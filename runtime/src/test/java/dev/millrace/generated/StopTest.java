package dev.millrace.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An orderly end: nothing new comes in, and what is inside is still worked on. */
@Timeout(300)
class StopTest {

  private final TopologyRun run = new TopologyRun("T", StartOptions.defaults());

  /** A source that runs as given. */
  private interface Source {
    void run(Sender<Integer> out) throws Exception;
  }

  private Receiver<Integer> startWith(Source body) {
    Channel<Integer> out = run.channel("out", 0);
    Receiver<Integer> outToPorts = run.portReceiver(out);
    StageWiring source = run.stage("source");
    Sender<Integer> outFromSource = source.sender(out);
    source.runs(() -> body.run(outFromSource));
    run.start();
    return outToPorts;
  }

  @Test
  void producingPortsRefuse() {
    Channel<Integer> in = run.channel("in", 5);
    Sender<Integer> inFromPorts = run.portSender(in);
    Receiver<Integer> unused = run.portReceiver(in);
    run.start();
    assertTrue(inFromPorts.trySend(1));
    run.stop();
    assertThrows(ChannelClosedException.class, () -> inFromPorts.send(2));
    assertThrows(ChannelClosedException.class, () -> inFromPorts.trySend(2));
    assertEquals(1, in.size());
  }

  @Test
  void aPortThatWaitsToSendIsRefusedWhenNobodyElseContributes() throws Exception {
    Channel<Integer> in = run.channel("in", 0);
    Sender<Integer> inFromPorts = run.portSender(in);
    Receiver<Integer> unused = run.portReceiver(in);
    run.start();
    Background<Boolean> sending = Background.run(() -> inFromPorts.send(1));
    Until.parked(sending.thread());
    run.stop();
    assertThrows(ChannelClosedException.class, sending::get);
    assertEquals(Map.of(), run.discarded());
  }

  @Test
  void aPortThatWaitsToSendIsRefusedAlthoughAStageStillContributes() throws Exception {
    Channel<Integer> in = run.channel("in", 0);
    Sender<Integer> inFromPorts = run.portSender(in);
    Receiver<Integer> inToPorts = run.portReceiver(in);
    Channel<Integer> never = run.channel("never", 0);
    StageWiring stage = run.stage("stage");
    Receiver<Integer> neverToStage = stage.receiver(never);
    Sender<Integer> inFromStage = stage.sender(in);
    CountDownLatch mayEnd = new CountDownLatch(1);
    stage.runs(
        () -> {
          mayEnd.await();
          assertTrue(neverToStage.isEmpty());
          inFromStage.send(2);
        });
    run.start();
    Background<Boolean> sending = Background.run(() -> inFromPorts.send(1));
    Until.parked(sending.thread());
    run.stop();
    assertThrows(ChannelClosedException.class, sending::get);
    assertFalse(in.isClosed(), "the stage has not ended");
    mayEnd.countDown();
    assertEquals(2, inToPorts.receive());
    assertNull(inToPorts.receiveOrNull());
  }

  @Test
  void anEndlessSourceEndsByTheInterrupt() throws Exception {
    Receiver<Integer> out =
        startWith(
            sender -> {
              while (true) {
                sender.send(1);
              }
            });
    assertEquals(1, out.receive());
    Until.stage(run, "T.source", "waiting to send on \"out\"");
    run.stop();
    run.join();
    assertNull(out.receiveOrNull());
    assertEquals(Map.of("out", 1L), run.discarded());
  }

  @Test
  void anEndlessSourceThatSwallowsTheInterruptEndsByItsNextSend() throws Exception {
    AtomicInteger swallowed = new AtomicInteger();
    // Another contribution keeps the channel open, so it is its own end that refuses.
    Channel<Integer> out = run.channel("out", 0);
    Sender<Integer> outFromOther;
    StageWiring other = run.stage("other");
    Channel<Integer> in = run.channel("in", 0);
    Sender<Integer> inFromPorts = run.portSender(in);
    Receiver<Integer> inToOther = other.receiver(in);
    outFromOther = other.sender(out);
    CountDownLatch mayEnd = new CountDownLatch(1);
    other.runs(
        () -> {
          assertNull(inToOther.receiveOrNull());
          mayEnd.await();
          assertFalse(outFromOther.isClosed());
        });
    StageWiring source = run.stage("source");
    Sender<Integer> outFromSource = source.sender(out);
    source.runs(
        () -> {
          while (true) {
            outFromSource.send(1);
            try {
              new CountDownLatch(1).await();
            } catch (InterruptedException e) {
              swallowed.incrementAndGet();
            }
          }
        });
    Receiver<Integer> outToPorts = run.portReceiver(out);
    run.start();
    assertEquals(1, outToPorts.receive());
    run.stop();
    Until.stage(run, "T.source", "ended");
    assertEquals(1, swallowed.get());
    assertThrows(ChannelClosedException.class, () -> inFromPorts.send(1));
    mayEnd.countDown();
    run.join();
  }

  @Test
  void aSourceThatSleepsEnds() throws Exception {
    Receiver<Integer> out =
        startWith(
            sender -> {
              while (true) {
                sender.send(1);
                Thread.sleep(Long.MAX_VALUE);
              }
            });
    assertEquals(1, out.receive());
    run.stop();
    run.join();
    assertNull(out.receiveOrNull());
    assertEquals(Map.of(), run.discarded());
  }

  @Test
  void aSourceThatReadsFromASocketEnds() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
        Socket connection = server.accept()) {
      CountDownLatch reading = new CountDownLatch(1);
      Receiver<Integer> out =
          startWith(
              sender -> {
                reading.countDown();
                sender.send(connection.getInputStream().read());
              });
      reading.await();
      run.stop();
      run.join();
      assertNull(out.receiveOrNull());
      assertFalse(client.isClosed());
    }
  }

  @Test
  void aSourceWhoseSubtaskWasRefusedEnds() throws Exception {
    Receiver<Integer> out =
        startWith(
            sender -> {
              FutureTask<Boolean> subtask =
                  new FutureTask<>(
                      () -> {
                        while (true) {
                          sender.send(1);
                        }
                      });
              Thread.startVirtualThread(subtask);
              while (true) {
                try {
                  assertTrue(subtask.get());
                } catch (InterruptedException e) {
                  // The subtask will tell.
                } catch (ExecutionException e) {
                  throw new IllegalStateException("wrapped twice", e);
                }
              }
            });
    assertEquals(1, out.receive());
    run.stop();
    run.join();
  }

  @Test
  void aSourceThatFailsOnItsWayOutFailsTheTopology() throws Exception {
    Receiver<Integer> out =
        startWith(
            sender -> {
              try {
                while (true) {
                  sender.send(1);
                }
              } finally {
                sneakyClean();
              }
            });
    assertEquals(1, out.receive());
    run.stop();
    var failure = assertThrows(TopologyFailedException.class, run::join);
    assertInstanceOf(IllegalArgumentException.class, failure.getCause());
  }

  private static void sneakyClean() {
    throw new IllegalArgumentException("cannot clean up");
  }

  @Test
  void stoppingAgainDoesNotDisturbASourceThatCleansUp() throws Exception {
    CountDownLatch asleep = new CountDownLatch(1);
    CountDownLatch cleaning = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    AtomicInteger cleaned = new AtomicInteger();
    Receiver<Integer> out =
        startWith(
            sender -> {
              try {
                asleep.countDown();
                new CountDownLatch(1).await();
              } finally {
                cleaning.countDown();
                mayEnd.await();
                cleaned.incrementAndGet();
              }
            });
    asleep.await();
    run.stop();
    cleaning.await();
    run.stop();
    Background<Boolean> closing = Background.run(run::close);
    Until.holds("close waits", () -> closing.thread().getState() == Thread.State.TIMED_WAITING);
    mayEnd.countDown();
    closing.join();
    assertEquals(1, cleaned.get());
    assertNull(out.receiveOrNull());
  }

  @Test
  void stagesThatConsumeAreNotInterruptedAndDrain() throws Exception {
    Channel<Integer> in = run.channel("in", 50);
    Channel<Integer> out = run.channel("out", 0);
    Sender<Integer> inFromPorts = run.portSender(in);
    Receiver<Integer> outToPorts = run.portReceiver(out);
    StageWiring work = run.stage("work");
    Receiver<Integer> inToWork = work.receiver(in);
    Sender<Integer> outFromWork = work.sender(out);
    work.runs(
        () -> {
          for (Integer value : inToWork) {
            assertFalse(Thread.currentThread().isInterrupted());
            outFromWork.send(value);
          }
        });
    run.start();
    List<Integer> expected = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      inFromPorts.send(i);
      expected.add(i);
    }
    run.stop();
    List<Integer> delivered = new ArrayList<>();
    for (Integer value : outToPorts) {
      delivered.add(value);
    }
    assertEquals(expected, delivered);
    run.join();
    assertEquals(Map.of(), run.discarded());
  }

  @Test
  void selectPortsGoOnDeliveringUntilEverythingIsDrained() throws Exception {
    Channel<Integer> a = run.channel("a", 20);
    Channel<Integer> b = run.channel("b", 20);
    Sender<Integer> aFromPorts = run.portSender(a);
    Sender<Integer> bFromPorts = run.portSender(b);
    SelectPort either = SelectPort.fair(run.portReceiver(a), run.portReceiver(b));
    run.start();
    for (int i = 0; i < 20; i++) {
      aFromPorts.send(i);
      bFromPorts.send(i);
    }
    run.stop();
    int delivered = 0;
    while (true) {
      try (Selection selection = either.selectOrNull()) {
        if (selection == null) {
          break;
        }
        delivered++;
      }
    }
    assertEquals(40, delivered);
    assertThrows(ChannelClosedException.class, either::select);
  }
}
