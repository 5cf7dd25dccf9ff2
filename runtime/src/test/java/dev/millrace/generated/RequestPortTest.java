package dev.millrace.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.Channel;
import dev.millrace.ChannelClosedException;
import dev.millrace.Receiver;
import dev.millrace.Sender;
import dev.millrace.StartOptions;
import dev.millrace.TopologyFailedException;
import dev.millrace.internal.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls between the ports of a topology and the stage that serves them. */
@Timeout(300)
class RequestPortTest {

  /** What a server does with one question. */
  private interface Answer {
    String to(String question) throws Exception;
  }

  private final TopologyRun run =
      new TopologyRun("T", StartOptions.defaults().gracePeriod(Duration.ofMillis(50)));

  private final Channel<Call<String, String>> channel = run.channel("asks", 0);
  private final RequestPort<String, String> port = run.requestPort(channel, "serve");

  /** What generated code runs for a server. */
  private void serve(Answer answer) {
    StageWiring serve = run.stage("serve");
    Receiver<Call<String, String>> calls = serve.receiver(channel);
    serve.runs(
        () -> {
          for (Call<String, String> call; (call = Call.next(calls)) != null; ) {
            try {
              call.reply(answer.to(call.question()));
            } catch (Throwable thrown) {
              call.fail(thrown);
            }
          }
        });
  }

  @Test
  void theFirstReplyCounts() throws Exception {
    Call<String, String> call = new Call<>("a", Reply.from("serve"), () -> false);
    call.reply("first");
    call.reply("second");
    call.fail(new IOException("third"));
    call.lose();
    assertEquals(Reply.Outcome.CAME, call.await());
    assertEquals("first", call.value());
  }

  @Test
  @SuppressWarnings("NullAway") // That it is refused is the point.
  void aReplyThatIsNullFailsItsCallerAlone() throws Exception {
    serve(question -> question.isEmpty() ? null : question);
    run.start();
    assertThrows(NullPointerException.class, () -> port.ask(""));
    assertEquals("a", port.ask("a"));
    run.close();
  }

  @Test
  @SuppressWarnings("NullAway") // That it is refused is the point.
  void aQuestionIsNotNull() {
    serve(question -> question);
    run.start();
    assertThrows(NullPointerException.class, () -> port.ask(null));
    assertThrows(NullPointerException.class, () -> port.ask("a", null));
    run.close();
  }

  @Test
  void noTimeAtAllIsNotAlwaysTooLittle() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    serve(
        question -> {
          begun.countDown();
          go.await();
          return question;
        });
    run.start();
    Background<String> first = Background.call(() -> port.ask("a", Duration.ofMinutes(30)));
    begun.await();
    assertThrows(TimeoutException.class, () -> port.ask("b", Duration.ZERO));
    assertThrows(TimeoutException.class, () -> port.ask("c", Duration.ofSeconds(-1)));
    go.countDown();
    assertEquals("a", first.get());
    run.close();
  }

  @Test
  void anInterruptedServerDoesNotLookLikeAnInterruptedCaller() throws Exception {
    serve(
        question -> {
          throw new InterruptedException("mine");
        });
    run.start();
    var cancelled = assertThrows(CancellationException.class, () -> port.ask("a"));
    assertInstanceOf(InterruptedException.class, cancelled.getCause());
    assertEquals("serve was interrupted in this request.", cancelled.getMessage());
    run.close();
  }

  /** The usual idiom, which says that the request was interrupted: the topology was not. */
  @Test
  void anInterruptFlagThatAServerLeavesSetEndsNobodyElsesRequest() throws Exception {
    serve(
        question -> {
          Thread.currentThread().interrupt();
          if (question.isEmpty()) {
            throw new IllegalStateException("interrupted");
          }
          return question;
        });
    run.start();
    assertThrows(IllegalStateException.class, () -> port.ask(""));
    assertEquals("a", port.ask("a"));
    assertEquals("b", port.ask("b"));
    run.close();
  }

  /** What the topology says to a server that is at work outlasts the call. */
  private void assertInterruptStays(Runnable end) throws Exception {
    StageWiring serve = run.stage("serve");
    Receiver<Call<String, String>> calls = serve.receiver(channel);
    CountDownLatch begun = new CountDownLatch(1);
    FutureTask<Boolean> afterwards = new FutureTask<>(() -> Thread.currentThread().isInterrupted());
    serve.runs(
        () -> {
          Call<String, String> call = Objects.requireNonNull(Call.next(calls));
          begun.countDown();
          try {
            Thread.currentThread().join();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            call.fail(new IllegalStateException(e));
          }
          afterwards.run();
        });
    run.start();
    Background<String> asking = Background.call(() -> port.ask("a"));
    begun.await();
    end.run();
    assertTrue(afterwards.get());
    assertThrows(ChannelClosedException.class, asking::get);
  }

  @Test
  void theInterruptOfACancelledTopologyOutlastsTheCall() throws Exception {
    assertInterruptStays(run::cancel);
    run.close();
  }

  @Test
  void theInterruptOfAFailedTopologyOutlastsTheCall() throws Exception {
    CountDownLatch fail = new CountDownLatch(1);
    run.stage("other")
        .runs(
            () -> {
              fail.await();
              throw new IOException("elsewhere");
            });
    assertInterruptStays(fail::countDown);
    assertThrows(TopologyFailedException.class, run::close);
  }

  /** Whenever the topology ends, a server that sets the flag itself does not lose its interrupt. */
  @RepeatedTest(200)
  void aServerThatLeavesTheFlagSetEndsWhenTheTopologyIsCancelledAtAnyMoment() throws Exception {
    serve(
        question -> {
          Thread.currentThread().interrupt();
          return question;
        });
    run.start();
    CountDownLatch asked = new CountDownLatch(2);
    Background<Boolean> caller = Background.run(() -> askUntilCancelled(asked));
    asked.await();
    run.cancel();
    caller.join();
    run.close();
  }

  @Test
  void anExceptionThatIsThrownForEverDoesNotGrowForEver() {
    IOException shared = new IOException("always the same");
    serve(
        question -> {
          throw shared;
        });
    run.start();
    for (int i = 0; i < 100; i++) {
      assertSame(shared, assertThrows(IOException.class, () -> port.ask("a")));
    }
    assertEquals(8, shared.getSuppressed().length);
    run.close();
  }

  @Test
  void aStageThatAsksSaysWhatItWaitsFor() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    serve(
        question -> {
          go.await();
          return question;
        });
    Channel<String> replies = run.channel("replies", 1);
    Receiver<String> repliesToPorts = run.portReceiver(replies);
    StageWiring source = run.stage("source");
    Sender<String> repliesFromSource = source.sender(replies);
    source.runs(() -> repliesFromSource.send(port.ask("a")));
    run.start();
    Until.stage(run, "T.source", "waiting for the reply of serve");
    go.countDown();
    assertEquals("a", repliesToPorts.receive());
    run.close();
  }

  @Test
  void aServerThatAsksItselfIsFreedByStop() throws Exception {
    serve(question -> question.isEmpty() ? question : port.ask(question.substring(1)));
    run.start();
    assertEquals("", port.ask(""));
    Background<String> asking = Background.call(() -> port.ask("a"));
    Until.stage(run, "T.serve", "waiting to send on \"asks\"");
    run.stop();
    // The inner request is refused, which is the answer to the outer one.
    assertThrows(ChannelClosedException.class, asking::get);
    run.close();
  }

  @Test
  void aStageThatWaitsForAReplyThatNobodyGivesStandsStill() throws Exception {
    Channel<Call<String, String>> backs = run.channel("backs", 1);
    RequestPort<String, String> backPort = run.requestPort(backs, "reserve");
    Receiver<Call<String, String>> nobodyReceives = run.stage("reserve").receiver(backs);
    assertTrue(nobodyReceives.isEmpty());
    serve(backPort::ask);
    run.start();
    Background<String> asking = Background.call(() -> port.ask("a"));
    Until.stage(run, "T.serve", "waiting for the reply of reserve");

    run.close();

    var closed = assertThrows(ChannelClosedException.class, asking::get);
    assertInstanceOf(CancellationException.class, closed.getCause());
    assertEquals(
        "Channel \"asks\" was closed before the reply came:"
            + " java.util.concurrent.CancellationException:"
            + " T was closed, stood still for PT0.05S and was cancelled.",
        closed.getMessage());
  }

  @Test
  void afterAnErrorNobodyWaitsForAReply() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    serve(
        question -> {
          begun.countDown();
          Thread.currentThread().join();
          return question;
        });
    CountDownLatch fail = new CountDownLatch(1);
    run.stage("other")
        .runs(
            () -> {
              fail.await();
              throw new IOException("elsewhere");
            });
    run.start();
    Background<String> asking = Background.call(() -> port.ask("a"));
    begun.await();
    fail.countDown();
    var closed = assertThrows(ChannelClosedException.class, asking::get);
    assertEquals("elsewhere", Objects.requireNonNull(closed.getCause()).getMessage());
    assertThrows(TopologyFailedException.class, run::close);
  }

  /** Whenever the end comes, each caller is told something, and nobody waits for ever. */
  @RepeatedTest(200)
  void eachCallEndsWhenTheTopologyIsCancelledAtAnyMoment() throws Exception {
    serve(question -> question);
    run.start();
    CountDownLatch asked = new CountDownLatch(2);
    List<Background<Boolean>> callers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      callers.add(Background.run(() -> askUntilCancelled(asked)));
    }
    asked.await();
    run.cancel();
    for (Background<Boolean> caller : callers) {
      caller.join();
    }
    run.close();
  }

  private void askUntilCancelled(CountDownLatch asked) throws InterruptedException {
    try {
      while (true) {
        assertEquals("a", port.ask("a"));
        asked.countDown();
      }
    } catch (ChannelClosedException end) {
      assertInstanceOf(CancellationException.class, end.getCause());
    }
  }
}
