package dev.millrace.lincheck;

import dev.millrace.Overflow;
import dev.millrace.annotation.Nullable;
import dev.millrace.lincheck.Operation.Arm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The sequential specification of channels: what every operation does, for one thread, without a
 * lock, a buffer that is clever or a thread that waits.
 *
 * <p>A select that is told that one of its channels was closed has to {@linkplain #mustStartAgain
 * start again}.
 */
final class ChannelModel implements Model {

  /** Something that waits in one queue of one channel. */
  private record Place(int operation, int arm, @Nullable Integer value) {}

  private static final class State {
    final Kind kind;
    final List<Integer> buffer = new ArrayList<>();
    final List<Place> senders = new ArrayList<>();
    final List<Place> receivers = new ArrayList<>();
    final List<Place> watchers = new ArrayList<>();
    boolean closed;
    boolean failed;
    long dropped;

    State(Kind kind) {
      this.kind = kind;
    }

    State(State other) {
      this(other.kind);
      buffer.addAll(other.buffer);
      senders.addAll(other.senders);
      receivers.addAll(other.receivers);
      watchers.addAll(other.watchers);
      closed = other.closed;
      failed = other.failed;
      dropped = other.dropped;
    }

    boolean isFull() {
      return buffer.size() == kind.capacity();
    }

    boolean canPush() {
      return !isFull() || !receivers.isEmpty() || kind.overflow() != Overflow.WAIT;
    }

    boolean canPull() {
      return !buffer.isEmpty() || !senders.isEmpty();
    }

    boolean ended() {
      return closed && buffer.isEmpty();
    }

    Told end() {
      return failed ? Told.FAILED : Told.CLOSED;
    }

    @Override
    public String toString() {
      String state = closed ? end() + ", " : "";
      return buffer + " of " + kind + ", " + state + dropped + senders + receivers + watchers;
    }
  }

  private final List<State> channels = new ArrayList<>();

  /** The operations that wait or must start again, and the outcomes of those that are over. */
  private final Map<Integer, Operation> waiting = new HashMap<>();

  private final Map<Integer, Operation> toldOfAnEnd = new HashMap<>();
  private final Map<Integer, Object> outcomes = new HashMap<>();

  /** What the operation that takes effect now has made a channel drop. */
  private @Nullable Integer loser;

  ChannelModel(List<Kind> kinds) {
    kinds.forEach(kind -> channels.add(new State(kind)));
  }

  private ChannelModel(ChannelModel other) {
    for (State channel : other.channels) {
      channels.add(new State(channel));
    }
    waiting.putAll(other.waiting);
    toldOfAnEnd.putAll(other.toldOfAnEnd);
    outcomes.putAll(other.outcomes);
  }

  /** Performs one operation that does not wait, alone, and tells its outcome. */
  Object perform(Operation operation) {
    return Objects.requireNonNull(apply(0, operation), "does not wait");
  }

  @Override
  public @Nullable Object outcome(int operation) {
    return outcomes.get(operation);
  }

  @Override
  public boolean waits(int operation) {
    return waiting.containsKey(operation);
  }

  @Override
  public boolean mustStartAgain(int operation) {
    return toldOfAnEnd.containsKey(operation);
  }

  @Override
  public @Nullable ChannelModel giveUp(int id, Operation operation, Object outcome) {
    if (!operation.mayGiveUpWith(outcome)) {
      return null;
    }
    ChannelModel next = new ChannelModel(this);
    next.complete(id, outcome);
    return next;
  }

  @Override
  public List<ChannelModel> start(int id, Operation operation) {
    if (operation instanceof Operation.Select select && select.fair()) {
      List<Integer> ready = readyArms(select);
      if (!ready.isEmpty()) {
        return ready.stream()
            .map(
                arm -> {
                  ChannelModel next = new ChannelModel(this);
                  next.toldOfAnEnd.remove(id);
                  Object happened = next.happen(arm, select.arms().get(arm));
                  next.outcomes.put(id, Objects.requireNonNull(next.withLoser(happened)));
                  return next;
                })
            .toList();
      }
      return orders(select.arms().size()).stream()
          .map(order -> startWaiting(id, select, order))
          .distinct()
          .toList();
    }
    ChannelModel next = new ChannelModel(this);
    next.started(id, operation, next.apply(id, operation));
    return List.of(next);
  }

  /** A fair select takes its places in any order, and so chooses among those in one queue. */
  private ChannelModel startWaiting(int id, Operation.Select select, List<Integer> order) {
    ChannelModel next = new ChannelModel(this);
    next.started(id, select, next.selectLater(id, select, order));
    return next;
  }

  private void started(int id, Operation operation, @Nullable Object outcome) {
    toldOfAnEnd.remove(id);
    if (outcome == null) {
      waiting.put(id, operation);
    } else {
      outcomes.put(id, outcome);
    }
  }

  /** All orders of the numbers below the count. */
  private static List<List<Integer>> orders(int count) {
    if (count == 0) {
      return List.of(List.of());
    }
    List<List<Integer>> orders = new ArrayList<>();
    for (List<Integer> shorter : orders(count - 1)) {
      for (int at = 0; at < count; at++) {
        List<Integer> order = new ArrayList<>(shorter);
        order.add(at, count - 1);
        orders.add(order);
      }
    }
    return orders;
  }

  /** The outcome, or null if the operation has to wait and has taken its places. */
  private @Nullable Object apply(int id, Operation operation) {
    return withLoser(
        switch (operation) {
          case Operation.Send send -> send(id, send);
          case Operation.Receive receive -> receive(id, receive);
          case Operation.Select select -> select(id, select);
          case Operation.Close close -> close(close);
          case Operation.Look look -> look(look);
        });
  }

  private @Nullable Object withLoser(@Nullable Object outcome) {
    if (loser == null || outcome == null) {
      return outcome;
    }
    Object costing = new Operation.Costing(outcome, loser);
    loser = null;
    return costing;
  }

  private @Nullable Object send(int id, Operation.Send send) {
    State channel = channels.get(send.channel());
    if (channel.closed) {
      return channel.end();
    }
    if (push(channel, send.value())) {
      return Told.SENT;
    }
    if (send.patience().waits()) {
      channel.senders.add(new Place(id, 0, send.value()));
      return null;
    }
    return Told.NOTHING;
  }

  private @Nullable Object receive(int id, Operation.Receive receive) {
    State channel = channels.get(receive.channel());
    if (channel.canPull()) {
      return pull(channel);
    }
    if (channel.closed) {
      return channel.end();
    }
    if (receive.patience().waits()) {
      channel.receivers.add(new Place(id, 0, null));
      return null;
    }
    return Told.NOTHING;
  }

  private @Nullable Object select(int id, Operation.Select select) {
    List<Integer> ready = readyArms(select);
    if (!ready.isEmpty()) {
      return happen(ready.getFirst(), select.arms().get(ready.getFirst()));
    }
    return selectLater(id, select, IntStream.range(0, select.arms().size()).boxed().toList());
  }

  /** No arm is ready: takes places in the queues in the given order of the arms. */
  private @Nullable Object selectLater(int id, Operation.Select select, List<Integer> order) {
    if (!select.patience().waits()) {
      return Told.NOTHING;
    }
    boolean over = true;
    for (int i : order) {
      Arm arm = select.arms().get(i);
      State channel = channels.get(arm.channel());
      if (arm instanceof Arm.Take && channel.ended()) {
        continue;
      }
      over = false;
      switch (arm) {
        case Arm.Give(int to, int value) -> channel.senders.add(new Place(id, i, value));
        case Arm.Take(int from) -> channel.receivers.add(new Place(id, i, null));
        case Arm.End(int of) -> channel.watchers.add(new Place(id, i, null));
      }
    }
    return over && !select.patience().ends() ? Told.CLOSED : null;
  }

  private List<Integer> readyArms(Operation.Select select) {
    List<Integer> ready = new ArrayList<>();
    for (int i = 0; i < select.arms().size(); i++) {
      Arm arm = select.arms().get(i);
      State channel = channels.get(arm.channel());
      boolean isReady =
          switch (arm) {
            case Arm.Give give -> channel.closed || channel.canPush();
            case Arm.Take take -> channel.canPull() || (channel.ended() && channel.failed);
            case Arm.End end -> channel.ended();
          };
      if (isReady) {
        ready.add(i);
      }
    }
    return ready;
  }

  private Object happen(int number, Arm arm) {
    State channel = channels.get(arm.channel());
    return switch (arm) {
      case Arm.Give(int to, int value) -> {
        if (channel.closed) {
          yield channel.end();
        }
        push(channel, value);
        yield new Operation.Happened(number, Told.SENT);
      }
      case Arm.Take(int from) ->
          channel.canPull() ? new Operation.Happened(number, pull(channel)) : channel.end();
      case Arm.End(int of) -> new Operation.Happened(number, Told.CLOSED);
    };
  }

  private Object close(Operation.Close close) {
    State channel = channels.get(close.channel());
    boolean first = !channel.closed;
    List<Integer> undelivered = List.copyOf(channel.buffer);
    if (first) {
      channel.closed = true;
      channel.failed = close.way() == Operation.Close.Way.FAILURE;
      List.copyOf(channel.senders).forEach(place -> tellEnd(place, channel));
      List.copyOf(channel.receivers).forEach(place -> tellEnd(place, channel));
    }
    if (close.way() == Operation.Close.Way.NOW) {
      channel.buffer.clear();
    }
    tellWatchers(channel);
    return switch (close.way()) {
      case PLAIN -> Told.DONE;
      case FAILURE, TRY -> first;
      case NOW -> undelivered;
    };
  }

  private Object look(Operation.Look look) {
    State channel = channels.get(look.channel());
    return switch (look.fact()) {
      case SIZE -> channel.buffer.size();
      case EMPTY -> channel.buffer.isEmpty();
      case FULL -> channel.isFull();
      case CLOSED -> channel.closed;
      case DROPPED -> channel.dropped;
    };
  }

  private boolean push(State channel, Integer value) {
    if (!channel.receivers.isEmpty()) {
      serve(channel.receivers.getFirst(), value);
      return true;
    }
    if (!channel.isFull()) {
      return channel.buffer.add(value);
    }
    return switch (channel.kind.overflow()) {
      case WAIT -> false;
      case DROP_OLDEST, LATEST -> {
        drop(channel, channel.buffer.removeFirst());
        yield channel.buffer.add(value);
      }
      case DROP_NEWEST -> {
        drop(channel, value);
        yield true;
      }
    };
  }

  private void drop(State channel, Integer value) {
    channel.dropped++;
    loser = value;
  }

  private Integer pull(State channel) {
    if (!channel.senders.isEmpty()) {
      Place sender = channel.senders.getFirst();
      channel.buffer.add(Objects.requireNonNull(sender.value()));
      serve(sender, Told.SENT);
    }
    Integer value = channel.buffer.removeFirst();
    tellWatchers(channel);
    return value;
  }

  private void serve(Place place, Object outcome) {
    boolean selects = waiting.get(place.operation()) instanceof Operation.Select;
    complete(place.operation(), selects ? new Operation.Happened(place.arm(), outcome) : outcome);
  }

  private void tellWatchers(State channel) {
    if (channel.ended()) {
      List.copyOf(channel.watchers).forEach(place -> tellEnd(place, channel));
    }
  }

  private void tellEnd(Place place, State channel) {
    if (waiting.get(place.operation()) instanceof Operation.Select select) {
      leave(place.operation());
      toldOfAnEnd.put(place.operation(), select);
    } else if (waits(place.operation())) {
      complete(place.operation(), channel.end());
    }
  }

  private void complete(int operation, Object outcome) {
    leave(operation);
    outcomes.put(operation, outcome);
  }

  /** Takes an operation out of all queues at once. */
  private void leave(int operation) {
    waiting.remove(operation);
    for (State channel : channels) {
      channel.senders.removeIf(place -> place.operation() == operation);
      channel.receivers.removeIf(place -> place.operation() == operation);
      channel.watchers.removeIf(place -> place.operation() == operation);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ChannelModel model && toString().equals(model.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  @Override
  public String toString() {
    return channels + ", told of an end " + toldOfAnEnd.keySet() + ", over " + outcomes;
  }
}
