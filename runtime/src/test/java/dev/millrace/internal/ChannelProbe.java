package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.Channel;
import java.util.ArrayList;
import java.util.function.Predicate;

/** Looks behind a channel, for tests. A further flavour is one more case in {@code general}. */
public final class ChannelProbe {

  /** After so many short waits a channel is as ready to spin as can be. */
  private static final int ENOUGH = 100;

  private ChannelProbe() {}

  /**
   * The two invariants, at one instant. Not for a channel on both sides of which one select waits.
   */
  public static void assertInvariants(Channel<?> channel) {
    // With the lock held a waiter may give up but none can come, so whoever still waits when the
    // second half of a condition is read also waited when the first half was.
    if (channel instanceof OneToOneChannel<?>) {
      // An end may wait for a moment although it could go on: see RingEndTest.
      return;
    }
    assertFalse(
        ask(channel, general -> hasWaitingReceiver(general) && general.canPull()),
        "a receiver waits although there is a value or a sender");
    assertFalse(
        ask(channel, general -> hasWaitingSender(general) && general.canPush()),
        "a sender waits although there is room or a receiver");
  }

  private static boolean hasWaitingReceiver(TwoEnded<?> general) {
    Arm standing = general.standing();
    return general.isExpected()
        || general.receivers().hasWaiting()
        || (standing != null && standing.place.waiter.isWaiting());
  }

  private static boolean hasWaitingSender(TwoEnded<?> general) {
    return general.isOffered() || general.senders().hasWaiting();
  }

  /** A number that is the same as long as nobody takes the lock of this channel. */
  public static long holders(Channel<?> channel) {
    return general(channel).lookStamp();
  }

  /**
   * That nobody stands in a queue of this channel or has left anything there, not even somebody who
   * no longer waits.
   */
  public static void assertNobodyQueued(Channel<?> channel) {
    if (channel instanceof OneToOneChannel<?> oneToOne) {
      assertFalse(oneToOne.somebodyWaits(), "an end still waits");
      return;
    }
    assertTrue(ask(channel, HandOver::isUnused), "a word was left behind by who has spun");
    assertTrue(
        ask(
            channel,
            general ->
                general.senders().looksEmpty()
                    && general.receivers().looksEmpty()
                    && general.endWatchers().looksEmpty()),
        "a place was left behind in a queue");
  }

  /** That no selector is registered on this channel. */
  public static void assertNobodyRegistered(Channel<?> channel) {
    if (channel instanceof OneToOneChannel<?>) {
      // There is nothing to select by.
      return;
    }
    assertTrue(
        ask(channel, general -> general.registered == null), "a selector was left registered");
  }

  /**
   * Has the ends of the channel announce at once that they wait, without looking again before. In a
   * run that is explored step by step looking only costs steps.
   */
  public static <T> OneToOneChannel<T> withoutSpinning(OneToOneChannel<T> channel) {
    switch (channel) {
      case OneToOneRing<T> ring -> ring.spinning.credit = SpinBudget.NEVER;
      case ArmRing<T> ring -> {
        ring.sender.spinning.credit = SpinBudget.NEVER;
        ring.selecting.spinning.credit = SpinBudget.NEVER;
      }
      case OneToOneRendezvous<T> rendezvous -> rendezvous.spinning.credit = SpinBudget.NEVER;
    }
    return channel;
  }

  /** Has threads that wait in the channel spin, as after many waits that were short. */
  public static <T> Channel<T> spinning(Channel<T> channel) {
    SpinBudget budget = new SpinBudget();
    for (int wait = 0; wait < ENOUGH; wait++) {
      budget.succeeded(0);
    }
    general(channel).spinBudget = budget;
    return channel;
  }

  /** Has the next close of this broadcast fail before it has begun, as for want of memory. */
  public static void failNextClose(Channel<?> channel) {
    Broadcast<?> broadcast = (Broadcast<?>) channel;
    broadcast.lock();
    broadcast.allServed = new FailingOnce(broadcast);
    broadcast.unlock();
  }

  /** It cannot grow once, and until then comes back however often it is taken. */
  private static final class FailingOnce extends ArrayList<Waiter> {

    private static final long serialVersionUID = 1;

    private final transient Broadcast<?> broadcast;
    private boolean failed;

    FailingOnce(Broadcast<?> broadcast) {
      this.broadcast = broadcast;
    }

    @Override
    public int size() {
      if (!failed) {
        broadcast.allServed = this;
      }
      return super.size();
    }

    @Override
    public void ensureCapacity(int least) {
      failed = true;
      throw new InternalError("of the test");
    }
  }

  private static boolean ask(Channel<?> channel, Predicate<TwoEnded<?>> question) {
    TwoEnded<?> general = general(channel);
    general.lock();
    try {
      return question.test(general);
    } finally {
      general.unlock();
    }
  }

  private static TwoEnded<?> general(Channel<?> channel) {
    return switch (channel) {
      case TwoEnded<?> general -> general;
      case OneToOneChannel<?> oneToOne -> throw new IllegalArgumentException("no queues");
    };
  }
}
