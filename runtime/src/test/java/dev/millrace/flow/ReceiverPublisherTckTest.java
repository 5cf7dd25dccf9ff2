package dev.millrace.flow;

import static org.testng.Assert.assertTrue;

import dev.millrace.Channel;
import dev.millrace.annotation.Nullable;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;
import org.testng.annotations.Test;

/**
 * The Reactive Streams TCK for a receiver as a publisher. Written for TestNG, which surefire runs.
 */
public final class ReceiverPublisherTckTest extends FlowPublisherVerification<Long> {

  private static final long MILLIS_FOR_WHAT_MUST_COME = 5_000;
  private static final long MILLIS_FOR_WHAT_MUST_NOT = 50;
  private static final long MILLIS_BETWEEN_LOOKS = 10;
  private static final long MILLIS_UNTIL_COLLECTED = 2_000;

  /** Made by TestNG. */
  public ReceiverPublisherTckTest() {
    super(
        new TestEnvironment(
            MILLIS_FOR_WHAT_MUST_COME, MILLIS_FOR_WHAT_MUST_NOT, MILLIS_BETWEEN_LOOKS),
        MILLIS_UNTIL_COLLECTED);
  }

  @Override
  public Flow.Publisher<Long> createFlowPublisher(long elements) {
    Channel<Long> channel = Channel.buffered(4);
    Thread.startVirtualThread(() -> count(elements, channel));
    return channel.publisher();
  }

  private static void count(long elements, Channel<Long> channel) {
    try (channel) {
      for (long i = 0; i < elements; i++) {
        channel.send(i);
      }
    } catch (InterruptedException e) {
      throw new AssertionError("Nobody interrupts this thread.", e);
    }
  }

  @Override
  public Flow.Publisher<Long> createFailedFlowPublisher() {
    Channel<Long> channel = Channel.rendezvous();
    channel.close(new IllegalStateException("failed before anybody subscribed"));
    return channel.publisher();
  }

  /**
   * As the TCK's own, which gives the collector a tenth of a second to report what it has found.
   */
  @Override
  @Test
  public void
      required_spec313_cancelMustMakeThePublisherEventuallyDropAllReferencesToTheSubscriber()
          throws InterruptedException {
    Flow.Publisher<Long> publisher = createFlowPublisher(3);
    ReferenceQueue<Object> collected = new ReferenceQueue<>();
    Reference<Object> cancelled = subscribeAndCancel(publisher, collected);
    long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    try {
      while (!cancelled.equals(collected.remove(100))) {
        assertTrue(System.nanoTime() < deadline, "the publisher holds on to its subscriber");
        System.gc();
      }
    } finally {
      Reference.reachabilityFence(publisher);
    }
  }

  /** In a method of its own, so that no local variable holds the subscriber. */
  private static Reference<Object> subscribeAndCancel(
      Flow.Publisher<Long> publisher, ReferenceQueue<Object> collected)
      throws InterruptedException {
    var subscriber = new OnlyOnce();
    publisher.subscribe(subscriber);
    subscriber.cancelled.await();
    return new WeakReference<>(subscriber, collected);
  }

  /** Takes one value and cancels. */
  private static final class OnlyOnce implements Flow.Subscriber<Long> {

    private final CountDownLatch cancelled = new CountDownLatch(1);
    private Flow.@Nullable Subscription subscription;

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
      given.request(1);
    }

    @Override
    public void onNext(Long value) {
      Objects.requireNonNull(subscription).cancel();
      cancelled.countDown();
    }

    @Override
    public void onError(Throwable failure) {
      throw new AssertionError(failure);
    }

    @Override
    public void onComplete() {
      throw new AssertionError("there are more values");
    }
  }

  // The optional rules about multicast are not for channels: a value goes to one subscriber.

  private void isNoMulticast() {
    notVerified("A value goes to one subscriber.");
  }

  @Override
  public void
      optional_spec111_multicast_mustProduceTheSameElementsInTheSameSequenceToAllOfItsSubscribersWhenRequestingOneByOne() {
    isNoMulticast();
  }

  @Override
  public void
      optional_spec111_multicast_mustProduceTheSameElementsInTheSameSequenceToAllOfItsSubscribersWhenRequestingManyUpfront() {
    isNoMulticast();
  }

  @Override
  public void
      optional_spec111_multicast_mustProduceTheSameElementsInTheSameSequenceToAllOfItsSubscribersWhenRequestingManyUpfrontAndCompleteAsExpected() {
    isNoMulticast();
  }
}
