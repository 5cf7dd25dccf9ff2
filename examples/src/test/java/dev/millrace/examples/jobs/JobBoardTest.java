package dev.millrace.examples.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.ChannelClosedException;
import dev.millrace.TopologyFailedException;
import dev.millrace.examples.Waiting;
import dev.millrace.examples.jobs.JobBoard.Event;
import dev.millrace.examples.jobs.JobBoard.Job;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What happens to a select and a pool of workers when all does not go well. */
@Timeout(60)
class JobBoardTest {

  @Test
  void everyJobIsDoneOnce() throws Exception {
    try (var board = JobBoardTopology.start()) {
      var submitting =
          Waiting.in(
              () -> {
                for (long id = 1; id <= 100; id++) {
                  board.submit(new Job(id, () -> {}));
                }
                board.quit();
                return true;
              });
      Set<Long> done = new TreeSet<>();
      boolean open = true;
      while (open || done.size() < 100) {
        switch (board.next()) {
          case Event.Tick(var at) -> {}
          case Event.Done(var result) -> assertTrue(done.add(result.id()), () -> result + " twice");
          case Event.Quit() -> open = false;
        }
      }
      assertTrue(submitting.result());
    }
  }

  @Test
  void aJobThatFailsFailsTheBoard() throws Exception {
    var boom = new IllegalStateException("boom");
    var board = JobBoardTopology.start();
    board.submit(
        new Job(
            1,
            () -> {
              throw boom;
            }));
    var failed = assertThrows(TopologyFailedException.class, board::join);
    assertEquals(boom, failed.getCause());
    var ended =
        assertThrows(
            ChannelClosedException.class,
            () -> {
              while (true) {
                assertInstanceOf(Event.Tick.class, board.next());
              }
            });
    assertEquals(boom, ended.getCause());
    assertThrows(TopologyFailedException.class, board::close);
  }

  @Test
  void cancellingInterruptsTheWorkers() throws Exception {
    var interrupted = new CountDownLatch(1);
    var board = JobBoardTopology.start();
    var begun = new CountDownLatch(1);
    board.submit(
        new Job(
            1,
            () -> {
              begun.countDown();
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                interrupted.countDown();
              }
            }));
    begun.await();
    board.cancel();
    interrupted.await();
    board.join();
    board.close();
  }

  @Test
  void aSelectCanBeInterrupted() throws Exception {
    try (var board = JobBoardTopology.start()) {
      var waiting =
          Waiting.in(
              () -> {
                while (true) {
                  Event unused = board.next();
                }
              });
      assertThrows(InterruptedException.class, waiting.interrupt()::result);
    }
  }
}
