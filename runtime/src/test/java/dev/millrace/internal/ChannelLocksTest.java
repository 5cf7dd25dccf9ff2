package dev.millrace.internal;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

/** Threads that take the locks of the same channels, listed in different orders. */
class ChannelLocksTest {

  private static final int ROUNDS = 200_000;

  private final GeneralChannel<String> one = GeneralChannel.create("one", 0);
  private final GeneralChannel<String> other = GeneralChannel.create("other", 0);

  @Test
  void doNotWaitForEachOther() throws Exception {
    takeInBothOrders(System::identityHashCode);
  }

  @Test
  void doNotWaitForEachOtherIfTheChannelsHaveNoOrder() throws Exception {
    takeInBothOrders(channel -> 0);
  }

  private void takeInBothOrders(ToIntFunction<Flavour<?>> rank) throws Exception {
    CompletableFuture<Void> there = taking(new ChannelLocks(List.of(one, other), rank));
    CompletableFuture<Void> back = taking(new ChannelLocks(List.of(other, one), rank));
    CompletableFuture.allOf(there, back).get(60, SECONDS);
  }

  private static CompletableFuture<Void> taking(ChannelLocks locks) {
    return CompletableFuture.runAsync(
        () -> {
          for (int i = 0; i < ROUNDS; i++) {
            locks.lock();
            locks.unlockAndWake();
          }
        },
        task -> Thread.ofPlatform().daemon().start(task));
  }
}
