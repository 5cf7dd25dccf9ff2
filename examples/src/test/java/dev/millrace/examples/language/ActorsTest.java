package dev.millrace.examples.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.ChannelClosedException;
import dev.millrace.RunningTopology;
import dev.millrace.Sender;
import dev.millrace.StartOptions;
import dev.millrace.TopologyFailedException;
import dev.millrace.annotation.Buffer;
import dev.millrace.annotation.Case;
import dev.millrace.annotation.Close;
import dev.millrace.annotation.Consumer;
import dev.millrace.annotation.Otherwise;
import dev.millrace.annotation.Producer;
import dev.millrace.annotation.Select;
import dev.millrace.annotation.Topology;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Stages that are called once per event, by one thread, until every channel is closed. */
@Timeout(60)
class ActorsTest {

  @Topology(stages = Account.Book.class)
  @Buffer(channel = "answers", size = 10)
  interface Account {

    sealed interface Event {
      @Case("deposits")
      record Deposit(int cents) implements Event {}

      @Case(value = "withdrawals", when = "hasMoney")
      record Withdraw(int cents) implements Event {}

      @Case(value = "deposits", closed = true)
      record NoMoreDeposits() implements Event {}
    }

    @Producer("deposits")
    void deposit(int cents) throws InterruptedException;

    @Producer("withdrawals")
    void withdraw(int cents) throws InterruptedException;

    @Close("deposits")
    void closeDeposits();

    @Close("withdrawals")
    void closeWithdrawals();

    @Consumer("answers")
    Optional<String> answer() throws InterruptedException;

    /** No field of it has a lock. */
    final class Book {
      private int balance;

      @Select
      @Producer("answers")
      Optional<String> on(Event event) {
        switch (event) {
          case Event.Deposit(int cents) -> balance += cents;
          case Event.Withdraw(int cents) -> balance -= cents;
          case Event.NoMoreDeposits() -> {
            return Optional.of("closed at " + balance);
          }
        }
        if (balance > 1_000_000) {
          throw new ArithmeticException("too rich");
        }
        return event instanceof Event.Withdraw ? Optional.of("now " + balance) : Optional.empty();
      }

      boolean hasMoney() {
        return balance > 0;
      }
    }
  }

  @Test
  void eventsComeOneByOneUntilEverythingIsClosed() throws Exception {
    try (var account = ActorsTest_AccountTopology.start(new Account.Book())) {
      List<FutureTask<Void>> payers = new ArrayList<>();
      for (int payer = 0; payer < 10; payer++) {
        payers.add(
            inThread(
                () -> {
                  for (int i = 0; i < 100; i++) {
                    account.deposit(1);
                  }
                  return null;
                }));
      }
      for (FutureTask<Void> payer : payers) {
        payer.get();
      }
      account.withdraw(1);
      assertEquals(Optional.of("now 999"), account.answer());
      account.closeDeposits();
      assertEquals(Optional.of("closed at 999"), account.answer());
      account.withdraw(9);
      account.closeWithdrawals();
      assertEquals(Optional.of("now 990"), account.answer());
      assertEquals(Optional.empty(), account.answer());
      account.join();
      assertEquals(Map.of(), account.discarded());
    }
  }

  @Test
  void aGuardOfTheStageClassKeepsItsArmOut() throws Exception {
    try (var account = ActorsTest_AccountTopology.start(new Account.Book())) {
      FutureTask<Void> withdrawal =
          inThread(
              () -> {
                account.withdraw(3);
                return null;
              });
      account.deposit(5);
      assertEquals(Optional.of("now 2"), account.answer());
      withdrawal.get();
    }
  }

  @Test
  void channelsMayEndOneByOneWhileAGuardRefusesTheRest() throws Exception {
    try (var account = ActorsTest_AccountTopology.start(new Account.Book())) {
      account.closeDeposits();
      // Only from here on is the guard asked with nothing but its own arm left.
      assertEquals(Optional.of("closed at 0"), account.answer());
      awaitActivity(account, "selecting");
      account.closeWithdrawals();
      assertEquals(Optional.empty(), account.answer());
      account.join();
    }
  }

  @Test
  void stoppingIsNoFailureOfAnActorWhoseGuardRefusesWhoeverWaits() throws Exception {
    try (var account = ActorsTest_AccountTopology.start(new Account.Book())) {
      FutureTask<Void> withdrawal =
          inThread(
              () -> {
                account.withdraw(3);
                return null;
              });
      account.closeDeposits();
      assertEquals(Optional.of("closed at 0"), account.answer());
      awaitActivity(account, "selecting");
      account.stop();
      var refused = assertThrows(ExecutionException.class, withdrawal::get);
      assertInstanceOf(ChannelClosedException.class, refused.getCause());
      account.join();
    }
  }

  private static FutureTask<Void> inThread(Callable<Void> work) {
    FutureTask<Void> task = new FutureTask<>(work);
    Thread.startVirtualThread(task);
    return task;
  }

  private static void awaitActivity(RunningTopology topology, String activity) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (topology.snapshot().stages().stream()
        .noneMatch(stage -> stage.activity().equals(activity))) {
      assertTrue(System.nanoTime() < end, () -> "Never " + activity + ": " + topology.snapshot());
      LockSupport.parkNanos(100_000);
    }
  }

  @Test
  void whatAnActorThrowsFailsTheTopology() throws Exception {
    var account = ActorsTest_AccountTopology.start(new Account.Book());
    account.deposit(2_000_000);
    var failed = assertThrows(TopologyFailedException.class, account::join);
    assertEquals("too rich", Objects.requireNonNull(failed.getCause()).getMessage());
    assertThrows(TopologyFailedException.class, account::close);
  }

  @Test
  void anActorHasOneThread() {
    StartOptions two = StartOptions.defaults().workers("on", 2);
    assertThrows(
        IllegalArgumentException.class,
        () -> ActorsTest_AccountTopology.start(two, new Account.Book()));
  }

  @Topology
  interface Polling {

    sealed interface Look {
      @Case("numbers")
      record Found(int number) implements Look {}

      @Otherwise
      record Nothing() implements Look {}
    }

    @Producer("numbers")
    void put(int number) throws InterruptedException;

    @Close("numbers")
    void finish();

    @Consumer("seen")
    Optional<Integer> seen() throws InterruptedException;

    @SuppressWarnings("millrace:OtherwiseSpins")
    @Select
    @Producer("seen")
    default Stream<Integer> look(Look look) {
      return look instanceof Look.Found(int number) ? Stream.of(number, -number) : Stream.of();
    }
  }

  @Test
  void anActorThatNeverWaitsEndsAsWell() throws Exception {
    try (var polling = ActorsTest_PollingTopology.start()) {
      polling.put(7);
      assertEquals(Optional.of(7), polling.seen());
      assertEquals(Optional.of(-7), polling.seen());
      polling.finish();
      assertEquals(Optional.empty(), polling.seen());
      polling.join();
    }
  }

  @Topology
  @Buffer(channel = "refused", size = 10)
  interface Counter {

    sealed interface Wish {
      @Case("orders")
      record Ordered(String dish) implements Wish {}

      @Case("questions")
      record Asked(String question) implements Wish {}
    }

    @Producer("orders")
    void order(String dish) throws InterruptedException;

    @Producer("questions")
    void ask(String question) throws InterruptedException;

    @Close({"orders", "questions"})
    void closeUp();

    @Consumer("kitchen")
    Optional<String> cook() throws InterruptedException;

    @Consumer("refused")
    Optional<String> refusal() throws InterruptedException;

    @Consumer("answers")
    Optional<String> answer() throws InterruptedException;

    /** One event, three ways out: what it returns, and two ends that it sends to when it likes. */
    @Select
    @Producer("answers")
    default Optional<String> serve(
        @Producer("kitchen") Sender<? super String> kitchen,
        Wish wish,
        @Producer("refused") Sender<String> refused)
        throws InterruptedException {
      switch (wish) {
        case Wish.Ordered(String dish) when dish.equals("boom") ->
            throw new IllegalStateException("boom");
        case Wish.Ordered(String dish) when dish.isEmpty() -> refused.send("nothing");
        case Wish.Ordered(String dish) -> {
          kitchen.send("first " + dish);
          kitchen.send("then " + dish);
        }
        case Wish.Asked(String question) -> {
          return Optional.of(question + " yes");
        }
      }
      return Optional.empty();
    }
  }

  @Test
  void anActorSendsToTheEndsThatItTakes() throws Exception {
    try (var counter = ActorsTest_CounterTopology.start()) {
      counter.order("soup");
      assertEquals(Optional.of("first soup"), counter.cook());
      assertEquals(Optional.of("then soup"), counter.cook());
      counter.order("");
      assertEquals(Optional.of("nothing"), counter.refusal());
      counter.ask("open?");
      assertEquals(Optional.of("open? yes"), counter.answer());
      counter.closeUp();
      assertEquals(Optional.empty(), counter.cook());
      assertEquals(Optional.empty(), counter.refusal());
      assertEquals(Optional.empty(), counter.answer());
      counter.join();
    }
  }

  @Test
  void anActorThatThrowsFailsEveryChannelThatItSendsTo() throws Exception {
    var counter = ActorsTest_CounterTopology.start();
    counter.order("boom");
    var failed = assertThrows(TopologyFailedException.class, counter::join);
    Throwable boom = Objects.requireNonNull(failed.getCause());
    assertEquals("boom", boom.getMessage());
    assertEquals(boom, assertThrows(ChannelClosedException.class, counter::cook).getCause());
    assertEquals(boom, assertThrows(ChannelClosedException.class, counter::refusal).getCause());
    assertEquals(boom, assertThrows(ChannelClosedException.class, counter::answer).getCause());
    assertThrows(TopologyFailedException.class, counter::close);
  }

  @Test
  void anActorIsInterruptedWhileItSends() throws Exception {
    var counter = ActorsTest_CounterTopology.start();
    counter.order("soup");
    awaitActivity(counter, "waiting to send on \"kitchen\"");
    counter.cancel();
    counter.join();
    assertThrows(ChannelClosedException.class, counter::cook);
    counter.close();
  }

  @Topology(stages = Watch.class)
  @Buffer(channel = "told", size = 1)
  interface Session {

    sealed interface Sign {
      @Case(value = "keys", when = "listens")
      record Key(char key) implements Sign {}

      @Otherwise(after = "patience")
      record Idle() implements Sign {}
    }

    @Producer("keys")
    void press(char key) throws InterruptedException;

    @Close("keys")
    void finish();

    @Consumer("told")
    Optional<String> told() throws InterruptedException;
  }

  /** Is deaf until nothing came for a while, and then waits for as long as it takes. */
  static final class Watch {
    private final Duration first;
    private boolean idle;

    Watch(Duration first) {
      this.first = first;
    }

    Duration patience() {
      return idle ? Duration.ofDays(1) : first;
    }

    boolean listens() {
      return idle;
    }

    @Select
    @Producer("told")
    String on(Session.Sign sign) {
      return switch (sign) {
        case Session.Sign.Key(char key) -> "key " + key;
        case Session.Sign.Idle() -> {
          idle = true;
          yield "idle";
        }
      };
    }
  }

  @Test
  void anActorIsToldThatNothingCameInTime() throws Exception {
    try (var session = ActorsTest_SessionTopology.start(new Watch(Duration.ofMillis(5)))) {
      session.press('a');
      assertEquals(Optional.of("idle"), session.told());
      assertEquals(Optional.of("key a"), session.told());
      session.finish();
      assertEquals(Optional.empty(), session.told());
      session.join();
    }
  }

  @Test
  void theEndEndsAnActorThatStillHasTime() throws Exception {
    try (var session = ActorsTest_SessionTopology.start(new Watch(Duration.ofDays(1)))) {
      awaitActivity(session, "selecting");
      session.finish();
      assertEquals(Optional.empty(), session.told());
      session.join();
    }
  }
}
