package dev.millrace.lincheck;

import dev.millrace.annotation.Nullable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The sequential specification of one broadcast to several subscribers, without selects. Each
 * subscriber has a number, and so has what it receives; which number an operation that sends or
 * closes has does not matter.
 */
final class BroadcastModel implements Model {

  /** An operation that waits in a queue. */
  private record Place(int operation, @Nullable Integer value) {}

  private final int capacity;
  private final List<Integer> placed = new ArrayList<>();

  /** How many of the values in places each subscriber has taken. */
  private final int[] taken;

  private final List<Place> senders = new ArrayList<>();
  private final List<List<Place>> receivers = new ArrayList<>();

  /** Whether each subscriber is told of a failure at the end. */
  private final boolean[] failed;

  private boolean closed;
  private boolean closedByFailure;

  /** Without a buffer: whose value is in the only place, unless it has stopped waiting. */
  private @Nullable Place handingOver;

  private final Set<Integer> waiting = new HashSet<>();
  private final Map<Integer, Object> outcomes = new HashMap<>();

  BroadcastModel(Kind kind) {
    capacity = kind.capacity();
    taken = new int[kind.subscribers()];
    failed = new boolean[kind.subscribers()];
    for (int i = 0; i < kind.subscribers(); i++) {
      receivers.add(new ArrayList<>());
    }
  }

  private BroadcastModel(BroadcastModel other) {
    capacity = other.capacity;
    placed.addAll(other.placed);
    taken = other.taken.clone();
    senders.addAll(other.senders);
    for (List<Place> queue : other.receivers) {
      receivers.add(new ArrayList<>(queue));
    }
    failed = other.failed.clone();
    closed = other.closed;
    closedByFailure = other.closedByFailure;
    handingOver = other.handingOver;
    waiting.addAll(other.waiting);
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
    return waiting.contains(operation);
  }

  @Override
  public boolean mustStartAgain(int operation) {
    return false;
  }

  @Override
  public List<BroadcastModel> start(int id, Operation operation) {
    BroadcastModel next = new BroadcastModel(this);
    next.waiting.add(id);
    Object outcome = next.apply(id, operation);
    if (outcome != null) {
      next.complete(id, outcome);
    }
    return List.of(next);
  }

  /** The first to take the value of a sender without a buffer decides that it is sent. */
  @Override
  public @Nullable BroadcastModel giveUp(int id, Operation operation, Object outcome) {
    boolean decided = handingOver != null && handingOver.operation() == id && isFirstTaken();
    boolean may =
        decided
            ? outcome == Told.SENT && operation.patience() == Patience.BRIEFLY
            : operation.mayGiveUpWith(outcome);
    if (!may) {
      return null;
    }
    BroadcastModel next = new BroadcastModel(this);
    next.stopWaiting(id, decided);
    next.complete(id, outcome);
    return next;
  }

  private void stopWaiting(int id, boolean decided) {
    senders.removeIf(place -> place.operation() == id);
    receivers.forEach(queue -> queue.removeIf(place -> place.operation() == id));
    if (handingOver != null && handingOver.operation() == id) {
      handingOver = null;
      if (!decided) {
        placed.clear();
        settle();
      }
    }
  }

  private void complete(int id, Object outcome) {
    waiting.remove(id);
    outcomes.put(id, outcome);
  }

  private @Nullable Object apply(int id, Operation operation) {
    return switch (operation) {
      case Operation.Send send -> send(id, send);
      case Operation.Receive receive -> receive(id, receive);
      case Operation.Close close -> close(close);
      case Operation.Look look -> look(look);
      case Operation.Select select -> throw new IllegalArgumentException("no selects: " + select);
    };
  }

  private @Nullable Object send(int id, Operation.Send send) {
    if (closed) {
      return closedByFailure ? Told.FAILED : Told.CLOSED;
    }
    if (send.patience().waits()) {
      senders.add(new Place(id, send.value()));
      settle();
      return null;
    }
    if (!hasPlace() || (capacity == 0 && receivers.stream().anyMatch(List::isEmpty))) {
      return Told.NOTHING;
    }
    place(send.value());
    settle();
    return Told.SENT;
  }

  private boolean hasPlace() {
    return placed.size() < Math.max(1, capacity);
  }

  private boolean isFirstTaken() {
    return IntStream.of(taken).anyMatch(count -> count > 0);
  }

  /** Puts a value in a place, and hands it to those who wait for it. */
  private void place(int value) {
    placed.add(value);
    for (int i = 0; i < taken.length; i++) {
      if (!receivers.get(i).isEmpty()) {
        taken[i]++;
        complete(receivers.get(i).removeFirst().operation(), value);
      }
    }
  }

  /** Forgets what everybody has taken, and lets senders in. */
  private void settle() {
    while (true) {
      if (!placed.isEmpty() && IntStream.of(taken).allMatch(count -> count > 0)) {
        placed.removeFirst();
        for (int i = 0; i < taken.length; i++) {
          taken[i]--;
        }
        if (handingOver != null) {
          complete(handingOver.operation(), Told.SENT);
          handingOver = null;
        }
      } else if (hasPlace() && !senders.isEmpty()) {
        Place sender = senders.removeFirst();
        if (capacity == 0) {
          handingOver = sender;
        } else {
          complete(sender.operation(), Told.SENT);
        }
        place(Objects.requireNonNull(sender.value()));
      } else {
        return;
      }
    }
  }

  private int pending(int subscriber) {
    return placed.size() - taken[subscriber];
  }

  private @Nullable Object receive(int id, Operation.Receive receive) {
    int subscriber = receive.channel();
    if (pending(subscriber) > 0) {
      int value = placed.get(taken[subscriber]++);
      settle();
      return value;
    }
    if (closed) {
      return end(subscriber);
    }
    if (receive.patience().waits()) {
      receivers.get(subscriber).add(new Place(id, null));
      return null;
    }
    return Told.NOTHING;
  }

  private Told end(int subscriber) {
    return failed[subscriber] ? Told.FAILED : Told.CLOSED;
  }

  private Object close(Operation.Close close) {
    boolean first = !closed;
    if (first) {
      closed = true;
      closedByFailure = close.way() == Operation.Close.Way.FAILURE;
      refuseSenders();
      for (int i = 0; i < taken.length; i++) {
        failed[i] = closedByFailure;
        for (Place receiver : receivers.get(i)) {
          complete(receiver.operation(), end(i));
        }
        receivers.get(i).clear();
      }
    }
    return switch (close.way()) {
      case PLAIN -> Told.DONE;
      case FAILURE, TRY -> first;
      case NOW -> takeAll();
    };
  }

  private void refuseSenders() {
    Told refusal = closedByFailure ? Told.FAILED : Told.CLOSED;
    if (handingOver != null) {
      boolean decided = isFirstTaken();
      complete(handingOver.operation(), decided ? Told.SENT : refusal);
      handingOver = null;
      if (!decided) {
        placed.clear();
      }
    }
    senders.forEach(sender -> complete(sender.operation(), refusal));
    senders.clear();
  }

  /** Each value once for every subscriber who has still to get it. */
  private List<Integer> takeAll() {
    List<Integer> undelivered = new ArrayList<>();
    for (int i = 0; i < placed.size(); i++) {
      for (int count : taken) {
        if (count <= i) {
          undelivered.add(placed.get(i));
        }
      }
    }
    placed.clear();
    for (int i = 0; i < taken.length; i++) {
      taken[i] = 0;
    }
    return undelivered;
  }

  private Object look(Operation.Look look) {
    int size = capacity == 0 ? 0 : pending(look.channel());
    return switch (look.fact()) {
      case SIZE -> size;
      case EMPTY -> size == 0;
      case FULL -> size == capacity;
      case CLOSED -> closed;
      case DROPPED -> 0L;
    };
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BroadcastModel model && toString().equals(model.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  @Override
  public String toString() {
    return placed
        + " taken "
        + List.of(IntStream.of(taken).boxed().toArray())
        + (closed ? closedByFailure ? " failed " : " closed " : " ")
        + senders
        + receivers
        + handingOver
        + waiting
        + outcomes;
  }
}
