package dev.millrace.examples.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.ChannelClosedException;
import dev.millrace.ChannelInterruptedException;
import dev.millrace.annotation.Buffer;
import dev.millrace.annotation.Case;
import dev.millrace.annotation.Close;
import dev.millrace.annotation.Otherwise;
import dev.millrace.annotation.Producer;
import dev.millrace.annotation.Select;
import dev.millrace.annotation.Topology;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Selects with priority, without waiting, with a time-out, with guards and with ends. */
@Timeout(60)
class SelectsTest {

  private static final Duration SHORT = Duration.ofMillis(1);
  private static final Duration LONG = Duration.ofMinutes(1);

  @Topology
  @Buffer(channel = "jobs", size = 100)
  @Buffer(channel = "alarms", size = 100)
  interface Desk {

    sealed interface Event permits Alarm, Job, NoMoreJobs {}

    @Case(value = "jobs", when = "isAwake")
    record Job(int number) implements Event {}

    @Case("alarms")
    record Alarm() implements Event {}

    @Case(value = "jobs", closed = true)
    record NoMoreJobs() implements Event {}

    sealed interface Look {
      @Case("jobs")
      record Found(int number) implements Look {}

      @Otherwise
      record Nothing() implements Look {}
    }

    AtomicBoolean AWAKE = new AtomicBoolean(true);

    @Producer("jobs")
    void submit(int number);

    @Close("jobs")
    void closeJobs();

    @Producer("alarms")
    void alarm();

    @Close("alarms")
    void closeAlarms();

    @Select(priority = true)
    Event urgentFirst();

    @Select
    Event any() throws InterruptedException;

    @Select
    Optional<Event> anyOrEnd();

    @Select
    Look look();

    @Select
    Look look(Duration patience) throws InterruptedException;

    @Select
    Optional<Look> lookAnyway(Duration patience);

    default boolean isAwake() {
      return AWAKE.get();
    }
  }

  @Test
  void theFirstOfThePermitsClauseGoesFirst() {
    try (var desk = SelectsTest_DeskTopology.start()) {
      for (int i = 1; i <= 50; i++) {
        desk.submit(i);
        desk.alarm();
      }
      for (int i = 1; i <= 50; i++) {
        assertEquals(new Desk.Alarm(), desk.urgentFirst());
      }
      for (int i = 1; i <= 50; i++) {
        assertEquals(new Desk.Job(i), desk.urgentFirst());
      }
    }
  }

  @Test
  void otherwiseComesWhenNothingIsReady() throws Exception {
    try (var desk = SelectsTest_DeskTopology.start()) {
      assertEquals(new Desk.Look.Nothing(), desk.look());
      assertEquals(new Desk.Look.Nothing(), desk.look(SHORT));
      assertEquals(Optional.of(new Desk.Look.Nothing()), desk.lookAnyway(SHORT));
      desk.submit(1);
      desk.submit(2);
      desk.submit(3);
      assertEquals(new Desk.Look.Found(1), desk.look());
      assertEquals(new Desk.Look.Found(2), desk.look(LONG));
      assertEquals(Optional.of(new Desk.Look.Found(3)), desk.lookAnyway(LONG));
    }
  }

  @Test
  void otherwiseComesAlsoWhenEveryChannelIsClosed() throws Exception {
    try (var desk = SelectsTest_DeskTopology.start()) {
      desk.closeJobs();
      assertEquals(new Desk.Look.Nothing(), desk.look());
      assertEquals(new Desk.Look.Nothing(), desk.look(SHORT));
      assertEquals(Optional.of(new Desk.Look.Nothing()), desk.lookAnyway(SHORT));
    }
  }

  @Test
  void aSelectThatCanWaitIsInterrupted() {
    try (var desk = SelectsTest_DeskTopology.start()) {
      Thread.currentThread().interrupt();
      assertThrows(InterruptedException.class, () -> desk.look(LONG));
      Thread.currentThread().interrupt();
      assertThrows(ChannelInterruptedException.class, () -> desk.lookAnyway(LONG));
      assertEquals(new Desk.Look.Nothing(), desk.look());
      assertTrue(Thread.interrupted());
    }
  }

  @Test
  void aGuardTakesItsArmOut() throws Exception {
    try (var desk = SelectsTest_DeskTopology.start()) {
      Desk.AWAKE.set(false);
      desk.submit(1);
      desk.alarm();
      assertEquals(new Desk.Alarm(), desk.any());
      desk.closeJobs();
      desk.closeAlarms();
      Desk.AWAKE.set(true);
      assertEquals(new Desk.Job(1), desk.any());
    } finally {
      Desk.AWAKE.set(true);
    }
  }

  @Test
  void theEndIsToldOnceToAllCallersOfAPort() throws Exception {
    try (var desk = SelectsTest_DeskTopology.start()) {
      desk.submit(1);
      desk.closeJobs();
      desk.alarm();
      desk.closeAlarms();
      Set<Desk.Event> told = new HashSet<>();
      for (int i = 0; i < 3; i++) {
        assertTrue(told.add(desk.any()));
      }
      assertEquals(Set.of(new Desk.Job(1), new Desk.Alarm(), new Desk.NoMoreJobs()), told);
      assertThrows(ChannelClosedException.class, desk::any);
      // Another port tells it anew.
      assertEquals(Optional.of(new Desk.NoMoreJobs()), desk.anyOrEnd());
      assertEquals(Optional.empty(), desk.anyOrEnd());
    }
  }
}
