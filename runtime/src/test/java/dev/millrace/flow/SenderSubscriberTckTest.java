package dev.millrace.flow;

import dev.millrace.Channel;
import dev.millrace.ChannelClosedException;
import java.util.concurrent.Flow;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowSubscriberBlackboxVerification;

/**
 * The Reactive Streams TCK for a sender as a subscriber. Written for TestNG, which surefire runs.
 */
public final class SenderSubscriberTckTest extends FlowSubscriberBlackboxVerification<Long> {

  private static final long MILLIS_FOR_WHAT_MUST_COME = 5_000;
  private static final long MILLIS_FOR_WHAT_MUST_NOT = 50;
  private static final long MILLIS_BETWEEN_LOOKS = 10;

  /** Made by TestNG. */
  public SenderSubscriberTckTest() {
    super(
        new TestEnvironment(
            MILLIS_FOR_WHAT_MUST_COME, MILLIS_FOR_WHAT_MUST_NOT, MILLIS_BETWEEN_LOOKS));
  }

  @Override
  public Flow.Subscriber<Long> createFlowSubscriber() {
    Channel<Long> channel = Channel.rendezvous();
    Thread.startVirtualThread(() -> drain(channel));
    return channel.subscriber();
  }

  private static void drain(Channel<Long> channel) {
    try {
      while (channel.receiveOrNull() != null) {
        // What comes is of no interest here.
      }
    } catch (ChannelClosedException failed) {
      // The rules about failures fail it.
    } catch (InterruptedException e) {
      throw new AssertionError("Nobody interrupts this thread.", e);
    }
  }

  @Override
  public Long createElement(int element) {
    return (long) element;
  }
}
