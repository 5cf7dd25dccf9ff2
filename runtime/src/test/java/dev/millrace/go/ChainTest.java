package dev.millrace.go;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.Channel;
import dev.millrace.harness.ConcurrencyTest;
import dev.millrace.harness.ThreadKind;
import org.junit.jupiter.api.Test;

/** 10,000 threads hand one value on, as Go's {@code test/chan/goroutines.go} describes it. */
class ChainTest extends ConcurrencyTest {

  private static final int THREADS = 10_000;

  @Test
  void aValuePassesThroughTenThousandThreads() throws Exception {
    Channel<Integer> left = Channel.rendezvous();
    Channel<Integer> first = left;
    for (int i = 0; i < THREADS; i++) {
      Channel<Integer> in = left;
      Channel<Integer> out = Channel.rendezvous();
      run(ThreadKind.VIRTUAL, () -> out.send(in.receive() + 1));
      left = out;
    }
    first.send(0);
    assertEquals(THREADS, left.receive());
  }
}
