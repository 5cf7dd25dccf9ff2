package dev.millrace.internal;

import dev.millrace.harness.ConcurrencyTest;
import dev.millrace.harness.TestThread;
import dev.millrace.harness.ThreadKind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** A broadcast with two subscribers, and those who wait for them. */
abstract class BroadcastFixture extends ConcurrencyTest {

  static final Duration LONG = Duration.ofMinutes(1);
  static final Duration SHORT = Duration.ofMillis(5);

  final ThreadKind kind;
  Broadcast<Integer> prices;
  Subscription<Integer> fast;
  Subscription<Integer> slow;

  BroadcastFixture(ThreadKind kind, int capacity) {
    this.kind = kind;
    prices = Broadcast.create("prices", capacity);
    fast = prices.subscribe();
    slow = prices.subscribe();
  }

  final void withCapacity(int capacity) {
    prices = Broadcast.create("prices", capacity);
    fast = prices.subscribe();
    slow = prices.subscribe();
  }

  @AfterEach
  void nothingIsLeftBehind() throws Exception {
    joinAll();
    BroadcastProbe.assertInvariants(prices, List.of(fast, slow));
    BroadcastProbe.assertNobodyQueued(prices, List.of(fast, slow));
  }

  final TestThread<Boolean> waitingSender(int value) {
    return run(kind, () -> prices.send(value)).awaitParked();
  }

  final TestThread<Integer> waitingReceiver(Subscription<Integer> subscription) {
    return this.<Integer>call(kind, subscription::receive).awaitParked();
  }
}
