package dev.millrace.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.Channel;
import dev.millrace.ChannelClosedException;
import dev.millrace.annotation.Nullable;
import dev.millrace.harness.ConcurrencyTest;
import dev.millrace.harness.TestThread;
import dev.millrace.harness.ThreadKind;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the TCK does not ask: how publishers and subscribers behave towards their channels. */
final class FlowTest extends ConcurrencyTest {

  /** Asks for nothing by itself and keeps what comes in channels. */
  private static final class Recorder implements Flow.Subscriber<Integer> {
    final Channel<Flow.Subscription> subscriptions = Channel.unlimited();
    final Channel<Integer> values = Channel.unlimited();

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscriptions.sendNow(subscription);
    }

    @Override
    public void onNext(Integer value) {
      values.sendNow(value);
    }

    @Override
    public void onError(Throwable failure) {
      values.close(failure);
    }

    @Override
    public void onComplete() {
      values.close();
    }
  }

  @Test
  void valuesGoThroughAPublisherAndASubscriberInOrderAndThenTheEnd() throws Exception {
    Channel<Integer> in = Channel.rendezvous("in");
    Channel<Integer> out = Channel.buffered("out", 3);
    in.publisher().subscribe(out.subscriber());
    run(
        ThreadKind.VIRTUAL,
        () -> {
          try (in) {
            for (int i = 0; i < 1_000; i++) {
              in.send(i);
            }
          }
        });
    TestThread<List<Integer>> all = call(ThreadKind.VIRTUAL, () -> out.stream().toList());
    assertEquals(IntStream.range(0, 1_000).boxed().toList(), all.join());
  }

  @Test
  void aFailureGoesThroughToo() throws InterruptedException {
    Channel<Integer> in = Channel.rendezvous("in");
    Channel<Integer> out = Channel.rendezvous("out");
    in.publisher().subscribe(out.subscriber());
    Throwable failure = new IllegalStateException("no more");
    in.close(failure);
    ChannelClosedException thrown = assertThrows(ChannelClosedException.class, out::receive);
    assertSame(failure, thrown.getCause());
  }

  @Test
  void aClosedSenderCancelsItsSubscription() throws InterruptedException {
    Channel<Integer> out = Channel.buffered("out", 1);
    Channel<String> told = Channel.unlimited();
    Flow.Subscriber<Integer> subscriber = out.subscriber();
    subscriber.onSubscribe(new Told(told));
    assertEquals("request 1", told.receive());
    out.close();
    subscriber.onNext(1);
    assertEquals("cancel", told.receive());
    subscriber.onComplete();
  }

  private record Told(Channel<String> told) implements Flow.Subscription {
    @Override
    public void request(long n) {
      told.sendNow("request " + n);
    }

    @Override
    public void cancel() {
      told.sendNow("cancel");
    }
  }

  @Test
  void aSubscriberAsksForTheNextValueWhenTheOneBeforeWasSent() throws InterruptedException {
    Channel<Integer> out = Channel.rendezvous("out");
    Channel<String> told = Channel.unlimited();
    Flow.Subscriber<Integer> subscriber = out.subscriber();
    subscriber.onSubscribe(new Told(told));
    assertEquals("request 1", told.receive());
    subscriber.onNext(1);
    assertTrue(told.isEmpty());
    assertEquals(1, out.receive());
    assertEquals("request 1", told.receive());
  }

  @Test
  void aPublisherTakesOnlyWhatWasAskedFor() throws InterruptedException {
    Channel<Integer> in = full(10);
    Recorder recorder = new Recorder();
    in.publisher().subscribe(recorder);
    Flow.Subscription subscription = recorder.subscriptions.receive();
    subscription.request(2);
    subscription.request(1);
    assertEquals(List.of(0, 1, 2), List.of(next(recorder), next(recorder), next(recorder)));
    assertEquals(7, in.size());
    subscription.cancel();
    assertTrue(recorder.values.isEmpty());
    assertEquals(7, in.size());
    assertFalse(in.isClosed());
  }

  private static Channel<Integer> full(int size) throws InterruptedException {
    Channel<Integer> channel = Channel.buffered("in", size);
    for (int i = 0; i < size; i++) {
      channel.send(i);
    }
    return channel;
  }

  private static Integer next(Recorder recorder) throws InterruptedException {
    return Objects.requireNonNull(recorder.values.receiveOrNull());
  }

  @Test
  void theEndIsToldWithoutDemandAndOnlyWhenDrained() throws InterruptedException {
    Channel<Integer> in = full(1);
    Recorder recorder = new Recorder();
    in.publisher().subscribe(recorder);
    in.close();
    assertFalse(recorder.values.isClosed());
    recorder.subscriptions.receive().request(1);
    assertEquals(0, next(recorder));
    assertEnd(recorder.values.receiveOrNull());

    Recorder withoutDemand = new Recorder();
    in.publisher().subscribe(withoutDemand);
    assertEnd(withoutDemand.values.receiveOrNull());
  }

  private static void assertEnd(@Nullable Integer value) {
    assertEquals(null, value);
  }

  @Test
  void eachValueGoesToOneSubscriber() throws Exception {
    Channel<Integer> in = full(100);
    Recorder one = new Recorder();
    Recorder two = new Recorder();
    for (Recorder each : List.of(one, two)) {
      in.publisher().subscribe(each);
      each.subscriptions.receive().request(Long.MAX_VALUE);
    }
    in.close();
    List<Integer> ofOne = call(ThreadKind.VIRTUAL, () -> one.values.stream().toList()).join();
    List<Integer> ofTwo = call(ThreadKind.VIRTUAL, () -> two.values.stream().toList()).join();
    assertEquals(100, ofOne.size() + ofTwo.size());
    assertEquals(4950, sum(ofOne) + sum(ofTwo));
  }

  private static int sum(List<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).sum();
  }

  @Test
  void aSubscriberThatWaitsForAFullChannelDoesNotHoldUpThePublisher() throws Exception {
    Channel<Integer> out = Channel.rendezvous("out");
    Flow.Subscriber<Integer> subscriber = out.subscriber();
    Channel<String> told = Channel.unlimited();
    subscriber.onSubscribe(new Told(told));
    told.receive();
    TestThread<Boolean> publisher = run(ThreadKind.VIRTUAL, () -> subscriber.onNext(1));
    assertTrue(publisher.join(), "onNext returns though nobody receives");
    assertEquals(1, call(ThreadKind.VIRTUAL, out::receive).join());
  }

  @Test
  void aHookThatThrowsEndsTheSubscriptionAndFailsTheChannel() throws Exception {
    IllegalStateException thrown = new IllegalStateException("the hook");
    Channel<Integer> out =
        Channel.dropNewest(
            "out",
            1,
            dropped -> {
              throw thrown;
            });
    Channel<Boolean> cancelled = Channel.unlimited();
    Channel<Throwable> uncaught = Channel.unlimited();
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> uncaught.sendNow(failure));
    try {
      Flow.Subscriber<Integer> subscriber = out.subscriber();
      subscriber.onSubscribe(
          new Flow.Subscription() {
            private int next;

            @Override
            public void request(long count) {
              subscriber.onNext(next++);
            }

            @Override
            public void cancel() {
              cancelled.sendNow(true);
            }
          });
      assertTrue(cancelled.receive());
      // Not swallowed. What others throw meanwhile comes here too.
      while (!uncaught.receive().equals(thrown)) {}
      assertEquals(0, out.receive());
      ChannelClosedException closed = assertThrows(ChannelClosedException.class, out::receive);
      assertSame(thrown, closed.getCause());
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
  }
}
