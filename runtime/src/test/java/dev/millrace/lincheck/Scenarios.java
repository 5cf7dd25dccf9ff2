package dev.millrace.lincheck;

import dev.millrace.Overflow;
import dev.millrace.harness.SelectorKind;
import dev.millrace.lincheck.Operation.Arm;
import dev.millrace.lincheck.Operation.Close;
import dev.millrace.lincheck.Operation.Look;
import dev.millrace.lincheck.Operation.Receive;
import dev.millrace.lincheck.Operation.Select;
import dev.millrace.lincheck.Operation.Send;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * What threads do to each other on channels. In each of them every operation comes back, because it
 * finds its counterpart or because the channel is closed.
 */
final class Scenarios {

  private static final int A = 0;
  private static final int B = 1;
  private static final int C = 2;

  private static final Kind[] KINDS = {
    Kind.waiting(0),
    Kind.waiting(1),
    Kind.waiting(2),
    Kind.waiting(Integer.MAX_VALUE),
    new Kind(1, Overflow.DROP_OLDEST),
    new Kind(2, Overflow.DROP_OLDEST),
    new Kind(1, Overflow.DROP_NEWEST),
    new Kind(1, Overflow.LATEST)
  };

  private Scenarios() {}

  /** Those worth exploring one by one. */
  static Stream<Scenario> chosen() {
    List<Scenario> scenarios = written().toList();
    return Stream.of(
            scenarios.stream(),
            scenarios.stream().filter(Scenario::selects).map(Scenario::withRegisteredSelectors),
            oneToOne())
        .flatMap(each -> each);
  }

  /** Those that a rendezvous between two threads must go through like any other. */
  static Stream<Scenario> oneToOne() {
    return written()
        .filter(scenario -> scenario.kinds().equals(List.of(Kind.waiting(0))))
        .filter(Scenario::isOneToOne)
        .map(Scenario::withOneToOneChannels);
  }

  private static Stream<Scenario> written() {
    return Stream.of(
        on(0).thread(send(1)).thread(receive()).named("a send meets a receive"),
        on(0).thread(trySend(1), close(A)).thread(receive()).named("trySend sees who waits"),
        on(0).thread(send(1)).thread(tryReceive(), close(A)).named("tryReceive sees who waits"),
        on(0).thread(send(1)).thread(send(2)).thread(receive(), receive()).named("two senders"),
        on(0).thread(send(1), send(2)).thread(receive()).thread(receive()).named("two receivers"),
        on(1)
            .thread(send(1), send(2), send(3))
            .thread(receive(), receive(), receive())
            .named("a full buffer admits the sender"),
        on(1)
            .thread(send(1), send(2))
            .thread(send(3), size())
            .thread(receive(), size(), receive(), receive())
            .named("size while senders are admitted"),
        on(0).thread(send(1)).thread(close(A)).named("a sender sees the channel closed"),
        on(0).thread(receive()).thread(close(A)).named("a receiver sees the channel closed"),
        on(0).thread(receiveOrNull()).thread(fail(A)).named("a receiver sees the failure"),
        on(0).thread(send(1)).thread(receive()).thread(close(A)).named("close meets a hand-over"),
        on(1)
            .thread(send(1), send(2))
            .thread(close(A))
            .thread(receive(), receive())
            .named("close meets a full buffer"),
        on(1)
            .thread(send(1), send(2))
            .thread(closeNow(A))
            .thread(receive())
            .named("closeNow meets a full buffer"),
        on(0, 0)
            .thread(select(take(A), take(B)))
            .thread(send(A, 1), close(A))
            .thread(send(B, 2), close(B))
            .thread(receive(A), receive(B))
            .named("a select is served once"),
        on(0, 0)
            .thread(select(take(A), take(B)), select(take(A), take(B)))
            .thread(send(A, 1))
            .thread(send(B, 2))
            .named("a select serves both"),
        on(0, 0)
            .thread(select(give(A, 1), take(B)), close(A), close(B))
            .thread(select(give(B, 2), take(A)))
            .named("two selects meet crosswise"),
        on(0)
            .thread(select(give(A, 1), take(A)), close(A))
            .thread(select(give(A, 2), take(A)))
            .named("two selects on both sides of one channel"),
        on(1, 1)
            .thread(select(take(A), take(B), end(A)))
            .thread(send(A, 1), close(A))
            .thread(send(B, 2))
            .named("a select and an end"),
        on(0, 0)
            .thread(select(take(A), end(B)))
            .thread(close(B))
            .named("a select waits for an end"),
        on(0, 0)
            .thread(select(take(A), take(B)))
            .thread(close(A), close(B))
            .named("a select sees everything closed"),
        on(0, 0)
            .thread(select(give(A, 1), give(B, 2)))
            .thread(fail(A))
            .thread(close(B))
            .named("a select's send is refused"),
        on(0, 0)
            .thread(poll(take(A), take(B)), close(A), close(B))
            .thread(send(A, 1))
            .thread(send(B, 2))
            .named("a default is exact"),
        on(0, 0)
            .thread(select(take(A), take(B)), close(A), close(B))
            .thread(trySend(A, 1), trySend(B, 2), trySend(A, 3), send(A, 4))
            .named("trySend and a select"),
        on(1, 1)
            .thread(send(A, 1), send(B, 2))
            .thread(poll(take(B), take(A)))
            .named("a default looks at one instant"),
        on(0)
            .thread(briefly(send(1)))
            .thread(tryReceive(), close(A))
            .named("a time-out meets a transfer"),
        on(0)
            .thread(briefly(receive()))
            .thread(trySend(1), close(A))
            .named("a time-out meets a delivery"),
        on(0, 0)
            .thread(briefly(select(take(A), give(B, 2))))
            .thread(trySend(A, 1), close(A))
            .thread(tryReceive(B), close(B))
            .named("a time-out meets a select"),
        on(0, 1, 0)
            .thread(select(give(A, 1), give(C, 2)))
            .thread(tryReceive(C), close(A))
            .thread(send(B, 3), pollInOrder(take(A), take(B)))
            .named("a default is not misled by who is served elsewhere"),
        on(new Kind(1, Overflow.DROP_OLDEST))
            .thread(send(1), send(2))
            .thread(send(3))
            .thread(receive(), tryReceive())
            .named("the oldest value meets a receiver"),
        on(new Kind(1, Overflow.DROP_NEWEST), Kind.waiting(0))
            .thread(select(give(A, 1), take(B)), select(give(A, 2), take(B)))
            .thread(select(take(A), take(B)))
            .named("a select sends what is dropped"),
        on(0)
            .thread(send(1))
            .thread(tryReceive())
            .interrupting(0)
            .named("interrupt meets transfer"),
        on(0)
            .thread(receive())
            .thread(trySend(1))
            .interrupting(0)
            .named("interrupt meets delivery"),
        on(0).thread(send(1)).thread(close(A)).interrupting(0).named("interrupt meets close"),
        on(0, 0)
            .thread(select(take(A), give(B, 2)))
            .thread(trySend(A, 1))
            .thread(tryReceive(B))
            .interrupting(0)
            .named("interrupt meets a select"),
        on(1)
            .thread(send(1), send(2), size())
            .thread(receive(), tryReceive())
            .interrupting(0)
            .named("interrupt meets admission"),
        on(0)
            .thread(send(1))
            .thread(send(2))
            .thread(tryReceive(), tryReceive(), close(A))
            .interrupting(0)
            .named("an interrupted sender leaves no trace"));
  }

  /** Wrong on purpose: whether the sender comes back depends on who is first. */
  static Scenario lonelySender() {
    return on(0).thread(send(1)).thread(tryReceive()).named("a sender that may wait for ever");
  }

  /**
   * Any operations on any channels, one more thread closing all of them at last so that everything
   * comes back.
   */
  static Scenario random(long seed) {
    Random random = new Random(seed);
    Draft draft = new Draft(List.of(any(random, KINDS), Kind.waiting(random.nextInt(3))));
    int threads = 2 + random.nextInt(2);
    for (int thread = 0; thread < threads; thread++) {
      Operation[] operations = new Operation[1 + random.nextInt(3)];
      for (int i = 0; i < operations.length; i++) {
        operations[i] = operation(random, 10 * thread + i);
      }
      draft.thread(operations);
    }
    draft.thread(closeNow(A), closeNow(B));
    if (random.nextInt(3) == 0) {
      draft.interrupting(random.nextInt(threads));
    }
    Scenario scenario = draft.named("random " + seed);
    return random.nextBoolean() ? scenario.withRegisteredSelectors() : scenario;
  }

  private static Operation operation(Random random, int value) {
    int channel = random.nextInt(2);
    Patience patience = any(random, Patience.values());
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> new Send(channel, value, patience);
      case 3, 4, 5 -> new Receive(channel, patience);
      case 6 -> new Look(channel, any(random, Look.Fact.values()));
      case 7 ->
          random.nextInt(3) == 0
              ? new Close(channel, any(random, Close.Way.values()))
              : new Receive(channel, patience);
      default -> {
        List<Arm> arms = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
          arms.add(arm(random, value));
        }
        yield new Select(random.nextBoolean(), patience, arms);
      }
    };
  }

  @SafeVarargs
  static <T> T any(Random random, T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private static Arm arm(Random random, int value) {
    int channel = random.nextInt(2);
    return switch (random.nextInt(5)) {
      case 0, 1 -> new Arm.Give(channel, value);
      case 2, 3 -> new Arm.Take(channel);
      default -> new Arm.End(channel);
    };
  }

  private static Draft on(Integer... capacities) {
    return on(Stream.of(capacities).map(Kind::waiting).toArray(Kind[]::new));
  }

  private static Draft on(Kind... kinds) {
    return new Draft(List.of(kinds));
  }

  private static final class Draft {

    private final List<Kind> kinds;
    private final List<List<Operation>> threads = new ArrayList<>();
    private final List<Integer> interrupted = new ArrayList<>();

    Draft(List<Kind> kinds) {
      this.kinds = kinds;
    }

    Draft thread(Operation... operations) {
      threads.add(List.of(operations));
      return this;
    }

    Draft interrupting(int thread) {
      interrupted.add(thread);
      return this;
    }

    Scenario named(String name) {
      return new Scenario(
          name, kinds, List.copyOf(threads), List.copyOf(interrupted), SelectorKind.BARE);
    }
  }

  private static Operation send(int value) {
    return send(A, value);
  }

  private static Operation send(int channel, int value) {
    return new Send(channel, value, Patience.FOREVER);
  }

  private static Operation trySend(int value) {
    return trySend(A, value);
  }

  private static Operation trySend(int channel, int value) {
    return new Send(channel, value, Patience.TRY);
  }

  private static Operation receive() {
    return receive(A);
  }

  private static Operation receive(int channel) {
    return new Receive(channel, Patience.FOREVER);
  }

  private static Operation receiveOrNull() {
    return new Receive(A, Patience.FOREVER_OR_NULL);
  }

  private static Operation tryReceive() {
    return tryReceive(A);
  }

  private static Operation tryReceive(int channel) {
    return new Receive(channel, Patience.TRY);
  }

  private static Operation size() {
    return new Look(A, Look.Fact.SIZE);
  }

  private static Operation close(int channel) {
    return new Close(channel, Close.Way.PLAIN);
  }

  private static Operation closeNow(int channel) {
    return new Close(channel, Close.Way.NOW);
  }

  private static Operation fail(int channel) {
    return new Close(channel, Close.Way.FAILURE);
  }

  private static Operation select(Arm... arms) {
    return new Select(true, Patience.FOREVER, List.of(arms));
  }

  private static Operation briefly(Operation operation) {
    return switch (operation) {
      case Send(int channel, int value, Patience any) -> new Send(channel, value, Patience.BRIEFLY);
      case Receive(int channel, Patience any) -> new Receive(channel, Patience.BRIEFLY);
      case Select(boolean fair, Patience any, List<Arm> arms) ->
          new Select(fair, Patience.BRIEFLY, arms);
      case Close close -> close;
      case Look look -> look;
    };
  }

  private static Operation poll(Arm... arms) {
    return new Select(true, Patience.TRY, List.of(arms));
  }

  private static Operation pollInOrder(Arm... arms) {
    return new Select(false, Patience.TRY, List.of(arms));
  }

  private static Arm take(int channel) {
    return new Arm.Take(channel);
  }

  private static Arm give(int channel, int value) {
    return new Arm.Give(channel, value);
  }

  private static Arm end(int channel) {
    return new Arm.End(channel);
  }
}
