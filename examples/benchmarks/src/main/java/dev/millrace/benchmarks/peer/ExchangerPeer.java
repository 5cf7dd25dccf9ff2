package dev.millrace.benchmarks.peer;

import dev.millrace.annotation.Nullable;
import dev.millrace.benchmarks.Fault;
import dev.millrace.benchmarks.Item;
import java.util.concurrent.Exchanger;

/** The JDK's {@link Exchanger}: a rendezvous of two threads, one of which brings nothing. */
public final class ExchangerPeer implements Peer {

  private record ExchangerPipe(Exchanger<@Nullable Item> exchanger) implements Pipe {
    @Override
    public void send(Item item) throws InterruptedException {
      exchanger.exchange(item);
    }

    @Override
    public Item receive() throws InterruptedException {
      Item item = exchanger.exchange(null);
      if (item == null) {
        throw new Fault("Two receivers met.");
      }
      return item;
    }
  }

  @Override
  public String name() {
    return "exchanger";
  }

  @Override
  public boolean offers(int capacity) {
    return capacity == 0;
  }

  @Override
  public Pipe pipe(int capacity) {
    return new ExchangerPipe(new Exchanger<>());
  }

  @Override
  public boolean isShared() {
    return false;
  }
}
