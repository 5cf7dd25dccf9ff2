package dev.millrace.flow;

import dev.millrace.Channel;
import java.util.concurrent.Flow;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;

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
