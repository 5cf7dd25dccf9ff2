package demo;

import dev.millrace.annotation.Close;
import dev.millrace.annotation.Consumer;
import dev.millrace.annotation.Request;
import dev.millrace.annotation.Topology;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** Requests of every kind: their replies, exceptions, and servers elsewhere. */
@Topology(stages = Bank.Vault.class)
public interface Bank {

  record Call(int account) {}

  // Who does not declare an interruption keeps it in the flag.
  @Request("balances")
  long balance(int account);

  @Request("balances")
  Number balance(int account, Duration timeout) throws TimeoutException;

  @Consumer("balances")
  default long look(int account) {
    return account;
  }

  default long look(Object anything) {
    return -1;
  }

  // No reply but that it is done.
  @Request("deposits")
  void deposit(Call call) throws IOException, InterruptedException;

  @Request("deposits")
  void depositAnyway(Call call, Duration timeout) throws Exception;

  @Request("searches")
  Optional<? extends List<Call>> search(String name) throws InterruptedException;

  @Close({"searches", "deposits"})
  void noMoreSearches();

  interface Vault {
    @Consumer("deposits")
    void store(Call call) throws IOException, InterruptedException;

    @Consumer("searches")
    Optional<? extends List<Call>> find(String name);
  }
}
