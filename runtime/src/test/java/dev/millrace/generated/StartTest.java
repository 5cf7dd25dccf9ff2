package dev.millrace.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.Channel;
import dev.millrace.Receiver;
import dev.millrace.Sender;
import dev.millrace.StartOptions;
import dev.millrace.TopologySnapshot.ChannelDepth;
import dev.millrace.TopologySnapshot.StageThread;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What can be said at start, and what a snapshot says afterwards. */
@Timeout(300)
class StartTest {

  /** A channel "in" of size 2, a stage "work" with two workers, a stage "once". */
  private static final class Small {
    final TopologyRun run;
    final Channel<Integer> in;
    final Channel<Integer> out;
    final Sender<Integer> inFromPorts;
    final Receiver<Integer> outToPorts;

    Small(StartOptions options) {
      run = new TopologyRun("Small", options);
      in = run.channel("in", 2);
      out = run.channel("out", 0);
      inFromPorts = run.portSender(in);
      outToPorts = run.portReceiver(out);
      StageWiring once = run.stage("once");
      once.runs(() -> assertTrue(Thread.currentThread().isVirtual()));
      StageWiring work = run.stage("work", 2);
      Receiver<Integer> inToWork = work.receiver(in);
      Sender<Integer> outFromWork = work.sender(out);
      work.runs(
          () -> {
            for (Integer value : inToWork) {
              outFromWork.send(value);
            }
          });
      run.start();
    }
  }

  private static List<String> threads(Small small) {
    return small.run.snapshot().stages().stream().map(StageThread::name).toList();
  }

  @Test
  @SuppressWarnings("NullAway") // That it is refused is the point.
  void thereMustBeOptions() {
    assertEquals(
        "The options of T must not be null. Use StartOptions.defaults().",
        assertThrows(NullPointerException.class, () -> new TopologyRun("T", null)).getMessage());
  }

  @Test
  void theAnnotationsDecideUnlessTheOptionsDo() {
    try (TopologyRun run = new Small(StartOptions.defaults()).run) {
      assertEquals(2, run.snapshot().channels().getFirst().capacity());
    }
    StartOptions options =
        StartOptions.defaults().buffer("in", 7).workers("work", 3).threadPrefix("blue ");
    Small small = new Small(options);
    assertEquals(7, small.in.capacity());
    assertEquals(
        List.of("blue Small.once", "blue Small.work-1", "blue Small.work-2", "blue Small.work-3"),
        threads(small));
    small.run.close();
    Small single = new Small(StartOptions.defaults().workers("work", 1).workers("once", 1));
    assertEquals(List.of("Small.once", "Small.work"), threads(single));
    single.run.close();
  }

  @Test
  void namesThatDoNotExistAreRefused() {
    var channel =
        assertThrows(
            IllegalArgumentException.class,
            () -> new Small(StartOptions.defaults().buffer("inn", 1)));
    assertEquals("Small has no channel \"inn\". It has [in, out].", channel.getMessage());
    var stage =
        assertThrows(
            IllegalArgumentException.class,
            () -> new Small(StartOptions.defaults().workers("wrok", 1)));
    assertEquals("Small has no stage \"wrok\". It has [once, work].", stage.getMessage());
  }

  @Test
  void aStageThatIsCalledOnceHasNoWorkers() {
    var thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> new Small(StartOptions.defaults().workers("once", 2)));
    assertEquals(
        "Stage once of Small is called once, so it cannot have workers.", thrown.getMessage());
  }

  @Test
  @SuppressWarnings("NullAway") // It is the point.
  void optionsRefuseNonsense() {
    StartOptions defaults = StartOptions.defaults();
    assertThrows(IllegalArgumentException.class, () -> defaults.buffer("in", -1));
    assertThrows(IllegalArgumentException.class, () -> defaults.workers("work", 0));
    assertThrows(IllegalArgumentException.class, () -> defaults.gracePeriod(Duration.ofNanos(-1)));
    assertThrows(NullPointerException.class, () -> defaults.buffer(null, 1));
    assertThrows(NullPointerException.class, () -> defaults.workers(null, 1));
    assertThrows(NullPointerException.class, () -> defaults.gracePeriod(null));
    assertThrows(NullPointerException.class, () -> defaults.threadPrefix(null));
    assertEquals(Map.of(), defaults.buffers());
    assertEquals(Map.of(), defaults.workers());
    assertEquals(Duration.ofSeconds(1), defaults.gracePeriod());
    assertEquals("", defaults.threadPrefix());
  }

  @Test
  void twoInstancesDoNotKnowEachOther() throws Exception {
    Small first = new Small(StartOptions.defaults());
    Small second = new Small(StartOptions.defaults());
    first.inFromPorts.send(1);
    second.inFromPorts.send(2);
    assertEquals(2, second.outToPorts.receive());
    assertEquals(1, first.outToPorts.receive());
    first.inFromPorts.send(3);
    first.run.cancel();
    first.run.close();
    second.inFromPorts.send(4);
    assertEquals(4, second.outToPorts.receive());
    second.run.close();
    assertEquals(Map.of(), second.run.discarded());
    assertEquals(1, first.run.discarded().values().stream().mapToLong(n -> n).sum());
  }

  @Test
  void aSnapshotNamesEveryStageAndEveryChannel() throws Exception {
    Small small = new Small(StartOptions.defaults());
    Until.stage(small.run, "Small.once", "ended");
    Until.stage(small.run, "Small.work-1", "waiting to receive from \"in\"");
    for (int i = 0; i < 3; i++) {
      small.inFromPorts.send(i);
    }
    Until.stage(small.run, "Small.work-1", "waiting to send on \"out\"");
    Until.stage(small.run, "Small.work-2", "waiting to send on \"out\"");
    small.inFromPorts.close();
    assertEquals(
        List.of(new ChannelDepth("in", 1, 2, true), new ChannelDepth("out", 0, 0, false)),
        small.run.snapshot().channels());
    String text =
        """
        Small
          Small.once: ended
          Small.work-1: waiting to send on "out"
          Small.work-2: waiting to send on "out"
          "in": 1 of 2, closed
          "out": 0 of 0\
        """;
    Until.holds(text, () -> text.equals(small.run.snapshot().toString()));
    small.run.cancel();
    small.run.close();
  }

  @Test
  void aSnapshotTellsSelectingFromRunning() throws Exception {
    TopologyRun run = new TopologyRun("T", StartOptions.defaults());
    Channel<Integer> in = run.channel("in", 0);
    Sender<Integer> inFromPorts = run.portSender(in);
    CountDownLatch mayEnd = new CountDownLatch(1);
    StageWiring actor = run.stage("actor");
    SelectPort actorArms = SelectPort.fair(actor.receiver(in));
    actor.runs(
        () -> {
          try (Selection selection = actorArms.select()) {
            assertEquals(1, selection.valueOf(in));
            mayEnd.await();
          }
        });
    run.start();
    Until.stage(run, "T.actor", "selecting");
    inFromPorts.send(1);
    Until.stage(run, "T.actor", "running");
    mayEnd.countDown();
    run.close();
    Until.stage(run, "T.actor", "ended");
  }
}
