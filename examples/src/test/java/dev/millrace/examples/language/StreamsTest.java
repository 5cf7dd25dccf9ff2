package dev.millrace.examples.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.StartOptions;
import dev.millrace.TopologyFailedException;
import dev.millrace.annotation.Case;
import dev.millrace.annotation.Close;
import dev.millrace.annotation.Consumer;
import dev.millrace.annotation.Producer;
import dev.millrace.annotation.Select;
import dev.millrace.annotation.Topology;
import dev.millrace.annotation.Workers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Stages that return streams: each value is sent as it comes, whatever the stream is made of. */
@Timeout(60)
class StreamsTest {

  private static final StartOptions HASTY = StartOptions.defaults().gracePeriod(Duration.ZERO);

  /** Without an end, and all in an inner stream. */
  private static Stream<Integer> endless() {
    return Stream.of(0).flatMap(first -> Stream.iterate(first, number -> number + 1));
  }

  /** What a source or a stage returns in a test. */
  interface Numbers {
    @Producer("numbers")
    Stream<Integer> numbers();
  }

  @Topology(stages = Numbers.class)
  interface Counting {
    @Consumer("numbers")
    Optional<Integer> next() throws InterruptedException;
  }

  @Test
  void aSourceOfAnEndlessInnerStreamSendsEachValueAndEndsWhenStopped() throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    try (var counting =
        StreamsTest_CountingTopology.start(() -> endless().onClose(closed::countDown))) {
      for (int number = 0; number < 100; number++) {
        assertEquals(Optional.of(number), counting.next());
      }
      counting.stop();
      counting.join();
      closed.await();
    }
  }

  @Test
  void aParallelStreamIsSentInOrderByTheStagesOwnThread() throws Exception {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    List<Integer> all = IntStream.range(0, 1_000).boxed().toList();
    List<Integer> sent = new ArrayList<>();
    try (var counting =
        StreamsTest_CountingTopology.start(
            () -> all.parallelStream().peek(number -> threads.add(Thread.currentThread())))) {
      for (var next = counting.next(); next.isPresent(); next = counting.next()) {
        sent.add(next.get());
      }
    }
    assertEquals(all, sent);
    assertEquals(
        List.of("StreamsTest.Counting.numbers"),
        threads.stream().map(Thread::getName).distinct().toList());
  }

  @Topology(stages = Repeating.Repeat.class)
  interface Repeating {
    @Producer("numbers")
    void put(int number) throws InterruptedException;

    @Close("numbers")
    void finish();

    @Consumer("copies")
    Optional<Integer> next() throws InterruptedException;

    /** Repeats as each test wants it. */
    interface Repeat {
      @Consumer("numbers")
      @Producer("copies")
      Stream<Integer> repeat(int number);
    }
  }

  @Test
  void aStageSendsTheFirstValueBeforeThereIsASecond() throws Exception {
    AtomicInteger made = new AtomicInteger();
    try (var repeating =
        StreamsTest_RepeatingTopology.start(
            HASTY,
            number ->
                Stream.of(number)
                    .flatMap(
                        each ->
                            IntStream.range(0, 1_000)
                                .mapToObj(copy -> each)
                                .peek(copy -> made.incrementAndGet())))) {
      repeating.put(7);
      assertEquals(Optional.of(7), repeating.next());
      // One is sent, and one may wait.
      assertTrue(made.get() <= 2, made::toString);
    }
  }

  @Test
  void closeEndsAStageInTheMiddleOfAnEndlessStream() throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    try (var repeating =
        StreamsTest_RepeatingTopology.start(
            HASTY, number -> endless().onClose(closed::countDown))) {
      repeating.put(7);
      assertEquals(Optional.of(0), repeating.next());
    }
    closed.await();
  }

  @Test
  void aStreamThatFailsIsClosedAndFailsTheTopologyWithWhatItThrew() throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    var thrown = new IllegalStateException("no more");
    var repeating =
        StreamsTest_RepeatingTopology.start(
            number ->
                Stream.of(1, 2)
                    .flatMap(
                        each -> {
                          if (each == 2) {
                            throw thrown;
                          }
                          return Stream.of(each);
                        })
                    .onClose(closed::countDown));
    repeating.put(7);
    assertEquals(Optional.of(1), repeating.next());
    closed.await();
    assertEquals(thrown, assertThrows(TopologyFailedException.class, repeating::close).getCause());
  }

  @Topology
  interface Press {
    @Producer("numbers")
    default Stream<Integer> numbers() {
      return IntStream.range(0, 50).boxed();
    }

    @Workers(value = 4, ordered = true)
    @Consumer("numbers")
    @Producer("copies")
    default Stream<Integer> copies(int number) {
      return Stream.of(number).flatMap(each -> Stream.of(each, each));
    }

    @Consumer("copies")
    Optional<Integer> next() throws InterruptedException;
  }

  @Test
  void orderedWorkersSendTheirStreamsInTurn() throws Exception {
    List<Integer> sent = new ArrayList<>();
    try (var press = StreamsTest_PressTopology.start()) {
      for (var next = press.next(); next.isPresent(); next = press.next()) {
        sent.add(next.get());
      }
    }
    assertEquals(
        IntStream.range(0, 50).boxed().flatMap(each -> Stream.of(each, each)).toList(), sent);
  }

  /** What the actor hears. */
  sealed interface Heard {
    @Case("word")
    record Word(String word) implements Heard {}
  }

  @Topology
  interface Echo {
    @Producer("word")
    void say(String word) throws InterruptedException;

    @Select
    @SuppressWarnings("millrace:OneArm")
    @Producer("echoes")
    default Stream<String> hear(Heard heard) {
      return Stream.of(heard).flatMap(each -> Stream.generate(each::toString));
    }

    @Consumer("echoes")
    String next() throws InterruptedException;
  }

  @Test
  void anActorSendsEachValueAsItComes() throws Exception {
    try (var echo = StreamsTest_EchoTopology.start(HASTY)) {
      echo.say("oh");
      assertEquals("Word[word=oh]", echo.next());
      assertEquals("Word[word=oh]", echo.next());
    }
  }

  /** Forms that may have nothing to send. */
  interface Careless {
    @Consumer("lines")
    @Producer("longLines")
    Optional<String> ifLong(String line);

    @Consumer("longLines")
    @Producer("words")
    Stream<String> words(String line);
  }

  @Topology(stages = Careless.class)
  interface Text {
    @Producer("lines")
    default Stream<String> lines() {
      return Stream.of("a line");
    }

    @Consumer("words")
    Optional<String> next() throws InterruptedException;
  }

  /** Returns null where it is told to. */
  private record Forgetful(String where) implements Careless {
    @Override
    @SuppressWarnings({"NullAway", "NullOptional"}) // That it is refused is the point.
    public Optional<String> ifLong(String line) {
      return where.equals("Optional") ? null : Optional.of(line);
    }

    @Override
    @SuppressWarnings("NullAway")
    public Stream<String> words(String line) {
      return where.equals("Stream") ? null : Stream.of(line, line);
    }
  }

  private static void assertRefused(String where, String message) {
    var text = StreamsTest_TextTopology.start(new Forgetful(where));
    var failed = assertThrows(TopologyFailedException.class, text::join);
    assertEquals(
        message, assertInstanceOf(NullPointerException.class, failed.getCause()).getMessage());
    assertThrows(TopologyFailedException.class, text::close);
  }

  @Test
  void nullIsNeitherAnOptionalNorAStream() throws Exception {
    assertRefused(
        "Optional",
        "null is no Optional: a stage that has nothing to send returns Optional.empty().");
    assertRefused(
        "Stream", "null is no Stream: a stage that has nothing to send returns Stream.empty().");
    try (var text = StreamsTest_TextTopology.start(new Forgetful(""))) {
      assertEquals(Optional.of("a line"), text.next());
      assertEquals(Optional.of("a line"), text.next());
      assertEquals(Optional.empty(), text.next());
    }
  }
}
