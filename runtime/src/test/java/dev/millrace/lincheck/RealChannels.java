package dev.millrace.lincheck;

import dev.millrace.Selector;
import dev.millrace.annotation.Nullable;
import dev.millrace.harness.Arms;
import dev.millrace.harness.SelectorKind;
import dev.millrace.internal.Broadcast;
import dev.millrace.internal.BroadcastProbe;
import dev.millrace.internal.ChannelProbe;
import dev.millrace.internal.Subscription;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** Channels on which operations are performed for real, by any number of threads. */
final class RealChannels {

  private final List<Ends> channels;

  /** What the operation of the present thread made a channel drop: its hook runs in that thread. */
  private final ThreadLocal<@Nullable Integer> loser = new ThreadLocal<>();

  private final SelectorKind selectors;

  /** Those of the selects to come; the same select twice has two. */
  private final IdentityHashMap<Operation.Select, Selector<Object>> registered =
      new IdentityHashMap<>();

  RealChannels(List<Kind> kinds, SelectorKind selectors) {
    this.channels = kinds.stream().flatMap(kind -> kind.create(loser::set).stream()).toList();
    this.selectors = selectors;
  }

  /** Makes the selector for an operation to come; before the threads start that perform it. */
  void expect(Operation operation) {
    if (operation instanceof Operation.Select select) {
      registered.put(select, select.selector(selectors, channels));
    }
  }

  /** When all operations are over: nothing may be left behind on the channels. */
  void assertNothingLeft() {
    registered.values().forEach(Arms::close);
    for (Ends ends : channels) {
      ChannelProbe.assertNobodyQueued(ends.channel());
      ChannelProbe.assertNobodyRegistered(ends.channel());
      if (ends.channel() instanceof Broadcast<Integer> broadcast) {
        BroadcastProbe.assertNothingLeft(broadcast, subscriptions(broadcast));
      }
    }
  }

  private List<Subscription<?>> subscriptions(Broadcast<?> broadcast) {
    List<Subscription<?>> subscriptions = new ArrayList<>();
    for (Ends ends : channels) {
      if (ends.receiver() instanceof Subscription<?> one && one.broadcast() == broadcast) {
        subscriptions.add(one);
      }
    }
    return subscriptions;
  }

  Object perform(Operation operation) throws InterruptedException {
    Object outcome =
        operation instanceof Operation.Select select ? select(select) : operation.perform(channels);
    Integer dropped = loser.get();
    if (dropped == null) {
      return outcome;
    }
    loser.remove();
    return new Operation.Costing(outcome, dropped);
  }

  private Object select(Operation.Select select) throws InterruptedException {
    Selector<Object> expected = registered.get(select);
    if (expected != null) {
      return select.perform(expected);
    }
    Selector<Object> selector = select.selector(selectors, channels);
    try {
      return select.perform(selector);
    } finally {
      Arms.close(selector);
    }
  }
}
