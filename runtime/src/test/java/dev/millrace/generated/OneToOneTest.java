package dev.millrace.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.Channel;
import dev.millrace.ChannelClosedException;
import dev.millrace.Receiver;
import dev.millrace.Sender;
import dev.millrace.StartOptions;
import dev.millrace.TopologyFailedException;
import dev.millrace.TopologySnapshot;
import dev.millrace.internal.GeneralChannel;
import dev.millrace.internal.OneToOneChannel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Channels of which the compiler knows that they connect two stages. */
@Timeout(300)
class OneToOneTest {

  private static final StartOptions DEFAULTS = StartOptions.defaults();

  private TopologyRun run = new TopologyRun("T", DEFAULTS);

  /** The receiver has taken a value. */
  private final CountDownLatch atWork = new CountDownLatch(1);

  private static StartOptions room(int capacity) {
    return DEFAULTS.buffer("numbers", capacity);
  }

  private Channel<Integer> numbers(StartOptions options) {
    run = new TopologyRun("T", options);
    return run.oneToOne("numbers", 4, "count", "add");
  }

  /** What a source sends, and what a stage does with each value. */
  private interface Step {
    void with(int value) throws Exception;
  }

  /** A stage that counts to a number, and one that takes the numbers. */
  private void start(StartOptions options, int last, Step step) {
    Channel<Integer> numbers = numbers(options);
    StageWiring count = run.stage("count");
    Sender<Integer> fromCount = count.sender(numbers);
    count.runs(
        () -> {
          for (int i = 1; i <= last; i++) {
            fromCount.send(i);
          }
        });
    StageWiring add = run.stage("add", 1);
    Receiver<Integer> toAdd = add.receiver(numbers);
    add.runs(
        () -> {
          for (Integer value; (value = toAdd.receiveOrNull()) != null; ) {
            step.with(value);
          }
        });
    run.start();
  }

  /** The receiver is at work on one value, the buffer is full and the sender waits. */
  private void untilFull(int capacity) throws InterruptedException {
    atWork.await();
    Until.holds("it is full", () -> run.snapshot().channels().getFirst().size() == capacity);
    Until.stage(run, "T.count", "waiting to send on \"numbers\"");
  }

  @Test
  void oneThreadAtEachEndGetsTheFlavourOfItsOwn() {
    assertInstanceOf(OneToOneChannel.class, numbers(DEFAULTS));
    assertInstanceOf(OneToOneChannel.class, numbers(room(0)));
    assertEquals(0, numbers(room(0)).capacity());
    assertEquals(7, numbers(room(7)).capacity());
  }

  @Test
  void severalThreadsAtAnEndGetTheGeneralFlavour() {
    assertInstanceOf(GeneralChannel.class, numbers(DEFAULTS.workers("add", 2)));
    assertInstanceOf(GeneralChannel.class, numbers(DEFAULTS.workers("count", 2)));
    assertInstanceOf(OneToOneChannel.class, numbers(DEFAULTS.workers("add", 1)));
  }

  @Test
  void aCapacityThatItDoesNotHaveGetsTheGeneralFlavour() {
    Channel<Integer> numbers = numbers(room(Integer.MAX_VALUE));
    assertInstanceOf(GeneralChannel.class, numbers);
    assertEquals(Integer.MAX_VALUE, numbers.capacity());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4})
  void nobodyElseGetsAnEnd(int capacity) {
    Channel<Integer> numbers = numbers(room(capacity));
    Sender<Integer> unusedSender = run.stage("count").sender(numbers);
    Receiver<Integer> unusedReceiver = run.stage("add", 1).receiver(numbers);
    StageWiring third = run.stage("third");
    assertThrows(IllegalStateException.class, () -> third.sender(numbers));
    assertThrows(IllegalStateException.class, () -> third.receiver(numbers));
    assertThrows(IllegalStateException.class, () -> run.portSender(numbers));
    assertThrows(IllegalStateException.class, () -> run.portReceiver(numbers));
    assertThrows(IllegalArgumentException.class, () -> SelectPort.fair(numbers).open());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4})
  void everythingArrivesBeforeTheEnd(int capacity) throws Exception {
    AtomicInteger sum = new AtomicInteger();
    start(room(capacity), 1000, sum::addAndGet);
    run.join();
    assertEquals(500_500, sum.get());
    assertEquals(Map.of(), run.discarded());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4})
  void stopEndsTheSourceAndDeliversTheRest(int capacity) throws Exception {
    CountDownLatch stopped = new CountDownLatch(1);
    AtomicInteger last = new AtomicInteger();
    start(
        room(capacity),
        Integer.MAX_VALUE,
        value -> {
          atWork.countDown();
          stopped.await();
          assertEquals(last.incrementAndGet(), value);
        });
    untilFull(capacity);
    run.stop();
    stopped.countDown();
    run.close();
    assertEquals(1 + capacity, last.get(), "one was at work, the others were in the buffer");
    assertEquals(Map.of("numbers", 1L), run.discarded());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4})
  void aFailureOfTheReceiverEndsTheSender(int capacity) {
    var failure = new IllegalStateException("no");
    start(
        room(capacity),
        Integer.MAX_VALUE,
        value -> {
          if (value == 10) {
            throw failure;
          }
        });
    assertSame(failure, assertThrows(TopologyFailedException.class, run::join).getCause());
    assertThrows(TopologyFailedException.class, run::close);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4})
  void aFailureOfTheSenderIsNoEndForTheReceiver(int capacity) {
    var failure = new IllegalStateException("no");
    var begun = new CountDownLatch(1);
    var seen = new AtomicReference<Throwable>();
    Channel<Integer> numbers = numbers(room(capacity));
    StageWiring add = run.stage("add", 1);
    Receiver<Integer> toAdd = add.receiver(numbers);
    add.runs(
        () -> {
          begun.countDown();
          try {
            while (toAdd.receiveOrNull() != null) {}
          } catch (ChannelClosedException e) {
            seen.set(e.getCause());
            throw e;
          }
        });
    StageWiring count = run.stage("count");
    Sender<Integer> unused = count.sender(numbers);
    count.runs(
        () -> {
          // A stage that has not begun by then does not run at all.
          begun.await();
          throw failure;
        });
    run.start();
    assertSame(failure, assertThrows(TopologyFailedException.class, run::join).getCause());
    assertSame(failure, seen.get());
  }

  /** Its sender, which is no source, would otherwise wait for ever. */
  @ParameterizedTest
  @ValueSource(ints = {0, 4})
  void aReceiverThatEndsEarlyCancelsTheChannel(int capacity) throws Exception {
    Channel<Integer> in = run.channel("in", 0);
    Sender<Integer> inFromPorts = run.portSender(in);
    Channel<Integer> numbers = run.oneToOne("numbers", capacity, "pass", "add");
    StageWiring pass = run.stage("pass", 1);
    Receiver<Integer> toPass = pass.receiver(in);
    Sender<Integer> fromPass = pass.sender(numbers);
    pass.runs(
        () -> {
          for (Integer value; (value = toPass.receiveOrNull()) != null; ) {
            fromPass.send(value);
          }
        });
    CountDownLatch end = new CountDownLatch(1);
    StageWiring add = run.stage("add", 1);
    Receiver<Integer> toAdd = add.receiver(numbers);
    add.runs(
        () -> {
          assertEquals(1, toAdd.receiveOrNull());
          end.await();
        });
    run.start();
    for (int i = 1; i <= capacity + 2; i++) {
      inFromPorts.send(i);
    }
    Until.holds("it is full", () -> numbers.size() == capacity);
    Until.stage(run, "T.pass", "waiting to send on \"numbers\"");
    end.countDown();
    run.join();
    assertEquals(Map.of("numbers", capacity + 1L), run.discarded());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4})
  void cancelCountsWhatWasNotDelivered(int capacity) throws Exception {
    start(
        room(capacity),
        Integer.MAX_VALUE,
        value -> {
          atWork.countDown();
          new CountDownLatch(1).await();
        });
    untilFull(capacity);
    run.cancel();
    run.join();
    assertEquals(Map.of("numbers", capacity + 1L), run.discarded());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4})
  void snapshotTellsWhoWaitsAndHowDeepItIs(int capacity) throws Exception {
    CountDownLatch goOn = new CountDownLatch(1);
    start(
        room(capacity),
        capacity + 2,
        value -> {
          atWork.countDown();
          goOn.await();
        });
    untilFull(capacity);
    assertEquals(
        List.of(new TopologySnapshot.ChannelDepth("numbers", capacity, capacity, false)),
        run.snapshot().channels());
    goOn.countDown();
    run.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4})
  void closeGivesUpOnStagesThatStandStill(int capacity) {
    Channel<Integer> numbers = numbers(room(capacity).gracePeriod(Duration.ofMillis(50)));
    Channel<Integer> back = run.oneToOne("back", capacity, "add", "count");
    StageWiring count = run.stage("count", 1);
    Receiver<Integer> toCount = count.receiver(back);
    Sender<Integer> unused = count.sender(numbers);
    count.runs(
        () -> {
          while (toCount.receiveOrNull() != null) {}
        });
    StageWiring add = run.stage("add", 1);
    Receiver<Integer> toAdd = add.receiver(numbers);
    Sender<Integer> unusedToo = add.sender(back);
    add.runs(
        () -> {
          while (toAdd.receiveOrNull() != null) {}
        });
    run.start();
    run.close();
    assertEquals(
        2, run.snapshot().stages().stream().filter(s -> s.activity().equals("ended")).count());
  }
}
