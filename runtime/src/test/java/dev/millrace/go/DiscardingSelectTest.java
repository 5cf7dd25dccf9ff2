package dev.millrace.go;

import dev.millrace.Channel;
import dev.millrace.harness.SelectorKind;
import dev.millrace.harness.SelectorTest;
import dev.millrace.harness.ThreadKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every way to receive meets every way to send, also when the value is discarded, as Go's {@code
 * test/chan/select7.go} describes it.
 */
class DiscardingSelectTest extends SelectorTest {

  private interface Operation {
    void on(Channel<Integer> channel) throws InterruptedException;
  }

  private final List<Operation> receives =
      List.of(
          Channel::receive,
          channel -> selectors.<String>fair().receive(channel, value -> "").build().select(),
          channel ->
              selectors
                  .<String>fair()
                  .receive(channel, value -> "")
                  .receive(Channel.<Integer>rendezvous(), value -> "")
                  .build()
                  .select());

  private final List<Operation> sends =
      List.of(
          channel -> channel.send(1),
          channel -> selectors.<String>fair().send(channel, () -> 1, () -> "").build().select(),
          channel ->
              selectors
                  .<String>fair()
                  .send(channel, () -> 1, () -> "")
                  .send(Channel.<Integer>rendezvous(), () -> 1, () -> "")
                  .build()
                  .select());

  DiscardingSelectTest(SelectorKind selectors) {
    super(selectors);
  }

  @Test
  void everyReceiveMeetsEverySend() throws Exception {
    for (ThreadKind kind : ThreadKind.values()) {
      for (Operation receive : receives) {
        for (Operation send : sends) {
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
