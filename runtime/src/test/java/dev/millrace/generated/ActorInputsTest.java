package dev.millrace.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.Channel;
import dev.millrace.Sender;
import dev.millrace.StartOptions;
import dev.millrace.TopologyFailedException;
import dev.millrace.TopologySnapshot;
import dev.millrace.internal.ArmRings;
import dev.millrace.internal.GeneralChannel;
import dev.millrace.internal.OneToOneChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Channels of which the compiler knows that an actor alone receives from them. */
@Timeout(60)
class ActorInputsTest {

  private static final StartOptions DEFAULTS = StartOptions.defaults();
  private static final int SIZE = 4;

  private TopologyRun run = new TopologyRun("T", DEFAULTS);
  private final List<Channel<Integer>> channels = new ArrayList<>();
  private final AtomicInteger begun = new AtomicInteger();

  private interface Step {
    void with(int arm, int value) throws Exception;
  }

  private void channels(StartOptions options) {
    run = new TopologyRun("T", options);
    ActorInputs inputs =
        run.inputsOf("choose").from("odd", SIZE, "countOdd").from("even", SIZE, "countEven");
    channels.clear();
    channels.add(inputs.channel("odd"));
    channels.add(inputs.channel("even"));
  }

  private void start(StartOptions options, int each, Step step) {
    channels(options);
    counts("countOdd", channels.get(0), each);
    counts("countEven", channels.get(1), each);
    StageWiring choose = run.stage("choose");
    SelectPort arms =
        SelectPort.fair(choose.receiver(channels.get(0)), choose.receiver(channels.get(1)));
    choose.runs(
        () -> {
          try (Selection selection = arms.open()) {
            while (selection.await()) {
              int arm = selection.arm();
              step.with(arm, selection.valueOf(channels.get(arm)));
            }
          }
        });
    run.start();
  }

  private void counts(String name, Channel<Integer> to, int last) {
    StageWiring stage = run.stage(name);
    Sender<Integer> end = stage.sender(to);
    stage.runs(
        () -> {
          for (int i = 1; i <= last; i++) {
            begun.incrementAndGet();
            end.send(i);
          }
        });
  }

  /**
   * The actor is at work on its first value, the buffers are full, and each sender waits with one
   * value more. That a sender waits is not enough: it also waits before the actor has taken
   * anything, and while the news that it may go on is on its way. So its last send must have begun.
   */
  private void untilAllStandBehindTheActor() {
    Until.holds("the last sends have begun", () -> begun.get() == 1 + 2 * (SIZE + 1));
    Until.stage(run, "T.countOdd", "waiting to send on \"odd\"");
    Until.stage(run, "T.countEven", "waiting to send on \"even\"");
  }

  private void assertAre(Class<?> kind, StartOptions options) {
    channels(options);
    channels.forEach(channel -> assertInstanceOf(kind, channel));
  }

  @Test
  void oneThreadAtEachEndGetsRings() {
    assertAre(OneToOneChannel.class, DEFAULTS);
    assertAre(OneToOneChannel.class, DEFAULTS.workers("countOdd", 1).buffer("even", 7));
    assertEquals(7, channels.get(1).capacity());
  }

  @Test
  void whatOneOfThemCannotBeNoneOfThemIs() {
    assertAre(GeneralChannel.class, DEFAULTS.workers("countEven", 2));
    assertAre(GeneralChannel.class, DEFAULTS.workers("choose", 2));
    assertAre(GeneralChannel.class, DEFAULTS.buffer("even", 0));
    assertEquals(SIZE, channels.get(0).capacity());
    assertEquals(0, channels.get(1).capacity());
    assertAre(GeneralChannel.class, DEFAULTS.buffer("odd", Integer.MAX_VALUE));
  }

  @Test
  void manyArmsAreBetterOffWithMarks() {
    for (int extra = 0; extra <= 1; extra++) {
      TopologyRun many = new TopologyRun("T", DEFAULTS);
      ActorInputs inputs = many.inputsOf("choose");
      for (int i = 0; i < ArmRings.MOST + extra; i++) {
        inputs.from("c" + i, 1, "s" + i);
      }
      Channel<Integer> first = inputs.channel("c0");
      assertEquals(extra == 0, first instanceof OneToOneChannel<?>);
    }
  }

  @Test
  void nobodyElseGetsAnEnd() {
    channels(DEFAULTS);
    Channel<Integer> odd = channels.get(0);
    Object unused = run.stage("choose").receiver(odd);
    assertThrows(IllegalStateException.class, () -> run.stage("other").receiver(odd));
    assertThrows(IllegalStateException.class, () -> run.portReceiver(odd));
    assertThrows(IllegalStateException.class, () -> run.portSender(odd));
    SelectPort arms = SelectPort.fair(odd);
    try (Selection first = arms.open()) {
      assertThrows(IllegalStateException.class, arms::open);
      assertEquals(-1, first.poll());
    }
  }

  @Test
  void everythingArrivesBeforeTheEnd() throws Exception {
    AtomicInteger sum = new AtomicInteger();
    start(DEFAULTS, 1000, (arm, value) -> sum.addAndGet(value));
    run.join();
    assertEquals(2 * 500_500, sum.get());
    assertEquals(Map.of(), run.discarded());
  }

  @Test
  void aFailureOfTheActorEndsTheSenders() {
    var failure = new IllegalStateException("no");
    start(
        DEFAULTS,
        Integer.MAX_VALUE,
        (arm, value) -> {
          if (value == 10) {
            throw failure;
          }
        });
    assertSame(failure, assertThrows(TopologyFailedException.class, run::join).getCause());
  }

  @Test
  void cancelCountsWhatWasNotDelivered() throws Exception {
    start(DEFAULTS, Integer.MAX_VALUE, (arm, value) -> new CountDownLatch(1).await());
    untilAllStandBehindTheActor();
    run.cancel();
    run.join();
    assertEquals(Map.of("even", SIZE + 1L, "odd", SIZE + 1L), run.discarded());
  }

  @Test
  void stopDeliversWhatWasSent() throws Exception {
    CountDownLatch stopped = new CountDownLatch(1);
    AtomicInteger handled = new AtomicInteger();
    start(
        DEFAULTS,
        Integer.MAX_VALUE,
        (arm, value) -> {
          stopped.await();
          handled.incrementAndGet();
        });
    untilAllStandBehindTheActor();
    run.stop();
    stopped.countDown();
    run.close();
    assertEquals(2 * SIZE + 1, handled.get(), "one was at work, the others in the buffers");
    assertEquals(Map.of("even", 1L, "odd", 1L), run.discarded());
  }

  /** Waits for a channel that only its own stage could fill. */
  @Test
  void closeGivesUpOnAnActorThatStandsStill() {
    run = new TopologyRun("T", DEFAULTS.gracePeriod(Duration.ofMillis(50)));
    Channel<Integer> loop = run.inputsOf("choose").from("loop", SIZE, "feed").channel("loop");
    Channel<Integer> back = run.oneToOne("back", SIZE, "choose", "feed");
    StageWiring feed = run.stage("feed", 1);
    var toFeed = feed.receiver(back);
    Sender<Integer> unused = feed.sender(loop);
    feed.runs(
        () -> {
          while (toFeed.receiveOrNull() != null) {}
        });
    StageWiring choose = run.stage("choose");
    SelectPort arms = SelectPort.prioritised(choose.receiver(loop));
    Sender<Integer> unusedToo = choose.sender(back);
    choose.runs(
        () -> {
          try (Selection selection = arms.open()) {
            while (selection.await()) {}
          }
        });
    run.start();
    Until.stage(run, "T.choose", "selecting");
    run.close();
    assertEquals(
        List.of("ended", "ended"),
        run.snapshot().stages().stream().map(TopologySnapshot.StageThread::activity).toList());
  }
}
