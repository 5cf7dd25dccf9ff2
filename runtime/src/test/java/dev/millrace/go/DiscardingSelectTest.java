package dev.millrace.go;

import dev.millrace.Channel;
import dev.millrace.Selector;
import dev.millrace.harness.ConcurrencyTest;
import dev.millrace.harness.ThreadKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every way to receive meets every way to send, also when the value is discarded, as Go's {@code
 * test/chan/select7.go} describes it.
 */
class DiscardingSelectTest extends ConcurrencyTest {

  private interface Operation {
    void on(Channel<Integer> channel) throws InterruptedException;
  }

  private static final List<Operation> RECEIVES =
      List.of(
          Channel::receive,
          channel -> Selector.<String>fair().receive(channel, value -> "").build().select(),
          channel ->
              Selector.<String>fair()
                  .receive(channel, value -> "")
                  .receive(Channel.<Integer>rendezvous(), value -> "")
                  .build()
                  .select());

  private static final List<Operation> SENDS =
      List.of(
          channel -> channel.send(1),
          channel -> Selector.<String>fair().send(channel, () -> 1, () -> "").build().select(),
          channel ->
              Selector.<String>fair()
                  .send(channel, () -> 1, () -> "")
                  .send(Channel.<Integer>rendezvous(), () -> 1, () -> "")
                  .build()
                  .select());

  @Test
  void everyReceiveMeetsEverySend() throws Exception {
    for (ThreadKind kind : ThreadKind.values()) {
      for (Operation receive : RECEIVES) {
        for (Operation send : SENDS) {
          Channel<Integer> channel = Channel.rendezvous();
          var receiver = run(kind, () -> receive.on(channel)).awaitParked();
          send.on(channel);
          receiver.join();

          var sender = run(kind, () -> send.on(channel)).awaitParked();
          receive.on(channel);
          sender.join();
        }
      }
    }
  }
}
