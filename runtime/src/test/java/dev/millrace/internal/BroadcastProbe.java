package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

/** Looks behind a broadcast, for tests. */
public final class BroadcastProbe {

  private BroadcastProbe() {}

  /** Both of the following, once everything is over. */
  public static void assertNothingLeft(
      Broadcast<?> broadcast, List<? extends Subscription<?>> all) {
    assertInvariants(broadcast, all);
    assertNobodyQueued(broadcast, all);
  }

  /** The invariants at the head of {@link Cursors}, at one instant. */
  static void assertInvariants(Broadcast<?> broadcast, List<? extends Subscription<?>> all) {
    broadcast.lock();
    try {
      long smallest = broadcast.sent();
      for (Subscription<?> subscription : all) {
        if (!subscription.over) {
          smallest = Math.min(smallest, subscription.cursor);
        }
        assertFalse(
            subscription.receivers().hasWaiting() && subscription.pending() > 0,
            "a receiver waits although there is a value for it");
        assertTrue(
            subscription.pending() <= Math.max(1, broadcast.capacity()), "too many are pending");
      }
      assertEquals(smallest, broadcast.first(), "what everybody has taken is kept");
      assertFalse(
          broadcast.hasFreePlace() && broadcast.senders().hasWaiting(),
          "a sender waits beside room");
    } finally {
      broadcast.unlock();
    }
  }

  static void assertNobodyQueued(Broadcast<?> broadcast, List<? extends Subscription<?>> all) {
    broadcast.lock();
    try {
      assertTrue(broadcast.senders().looksEmpty(), "a sender was left behind");
      if (broadcast instanceof RendezvousBroadcast<?> rendezvous) {
        assertTrue(rendezvous.handsNothingOver(), "the place of a sender was left behind");
      }
      for (Subscription<?> subscription : all) {
        assertTrue(subscription.receivers().looksEmpty(), "a receiver was left behind");
        assertTrue(subscription.endWatchers().looksEmpty(), "a watcher was left behind");
      }
    } finally {
      broadcast.unlock();
    }
  }
}
