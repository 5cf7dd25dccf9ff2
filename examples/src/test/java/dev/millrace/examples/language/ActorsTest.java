package dev.millrace.examples.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.ChannelClosedException;
import dev.millrace.RunningTopology;
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
      List<Thread> payers = new ArrayList<>();
      for (int payer = 0; payer < 10; payer++) {
        payers.add(
            Thread.startVirtualThread(
                () -> {
                  for (int i = 0; i < 100; i++) {
                    try {
                      account.deposit(1);
                    } catch (InterruptedException e) {
                      throw new AssertionError(e);
                    }
                  }
                }));
      }
      for (Thread payer : payers) {
        payer.join();
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
      Thread withdrawal =
          Thread.startVirtualThread(
              () -> {
                try {
                  account.withdraw(3);
                } catch (InterruptedException e) {
                  throw new AssertionError(e);
                }
              });
      account.deposit(5);
      assertEquals(Optional.of("now 2"), account.answer());
      withdrawal.join();
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
          new FutureTask<>(
              () -> {
                account.withdraw(3);
                return null;
              });
      Thread.startVirtualThread(withdrawal);
      account.closeDeposits();
      assertEquals(Optional.of("closed at 0"), account.answer());
      awaitActivity(account, "selecting");
      account.stop();
      var refused = assertThrows(ExecutionException.class, withdrawal::get);
      assertInstanceOf(ChannelClosedException.class, refused.getCause());
      account.join();
    }
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
}
