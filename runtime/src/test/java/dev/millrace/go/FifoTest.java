package dev.millrace.go;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.Channel;
import dev.millrace.Signal;
import dev.millrace.harness.ConcurrencyTest;
import dev.millrace.harness.ThreadKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * First in, first out with and without a buffer, as Go's {@code test/chan/fifo.go} describes it.
 */
class FifoTest extends ConcurrencyTest {

  private static final int COUNT = 10;

  @Test
  void aBufferKeepsTheOrder() throws Exception {
    Channel<Integer> channel = Channel.buffered(COUNT);
    for (int i = 0; i < COUNT; i++) {
      channel.send(i);
    }
    for (int i = 0; i < COUNT; i++) {
      assertEquals(i, channel.receive());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aChainOfThreadsReceivesInItsOrder(ThreadKind kind) throws Exception {
    Channel<Integer> channel = Channel.rendezvous();
    Channel<Signal> previous = Channel.rendezvous();
    Channel<Signal> first = previous;
    for (int i = 0; i < COUNT; i++) {
      int expected = i;
      Channel<Signal> turn = previous;
      Channel<Signal> next = Channel.rendezvous();
      run(
          kind,
          () -> {
            turn.receive();
            assertEquals(expected, channel.receive());
            next.send(Signal.SIGNAL);
          });
      previous = next;
    }
    Channel<Signal> last = previous;
    run(kind, () -> first.send(Signal.SIGNAL));
    for (int i = 0; i < COUNT; i++) {
      channel.send(i);
    }
    last.receive();
  }
}
