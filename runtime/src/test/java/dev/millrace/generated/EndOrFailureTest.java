package dev.millrace.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.Channel;
import dev.millrace.ChannelClosedException;
import dev.millrace.Receiver;
import dev.millrace.Sender;
import dev.millrace.StartOptions;
import dev.millrace.TopologyFailedException;
import dev.millrace.annotation.Nullable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A failure never looks like an end. The channels are failed one after another, so a stage that
 * waits for one of them can end, and close what it sends to, before the failure gets there.
 */
@Timeout(300)
class EndOrFailureTest {

  private static final int ROUNDS = 40;

  /** Failed after the one, and before the other channel of a stage, so that it takes a while. */
  private static final int CHANNELS_BETWEEN = 2_000;

  /** A stage between the source and what the port receives from. */
  enum Pipeline {
    PASSES_ON {
      @Override
      void addTo(TopologyRun run, Channel<Integer> numbers, Channel<Integer> out) {
        stage(run, "work", numbers, out, Pipeline::passOn);
      }
    },
    CLOSES_BY_ITSELF {
      @Override
      void addTo(TopologyRun run, Channel<Integer> numbers, Channel<Integer> out) {
        stage(run, "work", numbers, out, Pipeline::passOnAndClose);
      }
    },
    ADDS_UP {
      @Override
      void addTo(TopologyRun run, Channel<Integer> numbers, Channel<Integer> out) {
        Channel<Integer> passed = run.channel("n-passed", 1);
        stage(run, "work", numbers, passed, Pipeline::passOn);
        stage(run, "add", passed, out, Pipeline::addUp);
      }
    },
    ADDS_UP_FROM_ONE_TO_ONE {
      @Override
      void addTo(TopologyRun run, Channel<Integer> numbers, Channel<Integer> out) {
        Channel<Integer> passed = run.oneToOne("n-passed", 1, "work", "add");
        stage(run, "work", numbers, passed, Pipeline::passOn);
        stage(run, "add", passed, out, Pipeline::addUp);
      }
    },
    ADDS_UP_FROM_A_ONE_TO_ONE_RENDEZVOUS {
      @Override
      void addTo(TopologyRun run, Channel<Integer> numbers, Channel<Integer> out) {
        Channel<Integer> passed = run.oneToOne("n-passed", 0, "work", "add");
        stage(run, "work", numbers, passed, Pipeline::passOn);
        stage(run, "add", passed, out, Pipeline::addUp);
      }
    };

    abstract void addTo(TopologyRun run, Channel<Integer> numbers, Channel<Integer> out);

    private interface Body {
      void run(Receiver<Integer> from, Sender<Integer> to) throws Exception;
    }

    private static void stage(
        TopologyRun run, String name, Channel<Integer> from, Channel<Integer> to, Body body) {
      StageWiring stage = run.stage(name);
      Receiver<Integer> in = stage.receiver(from);
      Sender<Integer> out = stage.sender(to);
      stage.runs(() -> body.run(in, out));
    }

    private static void passOn(Receiver<Integer> from, Sender<Integer> to) throws Exception {
      for (Integer value; (value = from.receiveOrNull()) != null; ) {
        to.send(value);
      }
    }

    private static void passOnAndClose(Receiver<Integer> from, Sender<Integer> to)
        throws Exception {
      try (to) {
        passOn(from, to);
      }
    }

    private static void addUp(Receiver<Integer> from, Sender<Integer> to) throws Exception {
      int sum = 0;
      for (Integer value; (value = from.receiveOrNull()) != null; ) {
        sum += value;
      }
      to.send(sum);
    }
  }

  private static void addChannelsBetween(TopologyRun run) {
    for (int i = 0; i < CHANNELS_BETWEEN; i++) {
      Channel<Integer> early = run.channel("m-" + i, 0);
      Channel<Integer> late = run.channel("s-" + i, 0);
      assertEquals(early.size(), late.size());
    }
  }

  /** One life of a topology whose source sends one value and then only ends by force. */
  private static final class Life {

    private static final int SENT = 7;

    private final TopologyRun run = new TopologyRun("T", StartOptions.defaults());
    private final CountDownLatch failing = new CountDownLatch(1);
    private final Receiver<Integer> port;

    Life(Pipeline pipeline) throws Exception {
      Channel<Integer> numbers = run.channel("a-numbers", 1);
      Channel<Integer> out = run.channel("z-out", 1);
      addChannelsBetween(run);
      port = run.portReceiver(out);
      StageWiring source = run.stage("source");
      Sender<Integer> fromSource = source.sender(numbers);
      source.runs(
          () -> {
            fromSource.send(SENT);
            failing.await();
            throw new IllegalStateException("boom");
          });
      pipeline.addTo(run, numbers, out);
      run.start();
      if (pipeline == Pipeline.PASSES_ON || pipeline == Pipeline.CLOSES_BY_ITSELF) {
        assertEquals(SENT, port.receive());
      }
      Until.stage(run, "T.work", "waiting to receive from \"a-numbers\"");
    }

    /** What the port gets to hear, which is no end and no sum of what has come so far. */
    @Nullable
    Throwable told() throws Exception {
      Background<Integer> next = Background.call(port::receive);
      return assertThrows(ChannelClosedException.class, next::get).getCause();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFailure(Pipeline pipeline) throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      Life life = new Life(pipeline);
      life.failing.countDown();
      assertInstanceOf(IllegalStateException.class, life.told(), "round " + round);
      assertThrows(TopologyFailedException.class, life.run::close);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCancellation(Pipeline pipeline) throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      Life life = new Life(pipeline);
      Background<Boolean> cancelling = Background.run(life.run::cancel);
      assertInstanceOf(CancellationException.class, life.told(), "round " + round);
      cancelling.join();
      life.run.close();
    }
  }

  @Test
  void aSenderLearnsWhyItsReceiverHasEnded() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      TopologyRun run = new TopologyRun("T", StartOptions.defaults());
      Channel<Integer> first = run.channel("a-first", 0);
      Channel<Integer> last = run.channel("z-last", 0);
      addChannelsBetween(run);
      Sender<Integer> port = run.portSender(last);
      Sender<Integer> unusedPort = run.portSender(first);
      assertFalse(unusedPort.isClosed());
      StageWiring work = run.stage("work");
      Receiver<Integer> firstToWork = work.receiver(first);
      Receiver<Integer> lastToWork = work.receiver(last);
      work.runs(() -> assertEquals(firstToWork.receive(), lastToWork.receive()));
      run.start();
      Background<Boolean> sending = Background.run(() -> port.send(1));
      Until.parked(sending.thread());
      Background<Boolean> cancelling = Background.run(run::cancel);
      var closed = assertThrows(ChannelClosedException.class, sending::get);
      assertInstanceOf(CancellationException.class, closed.getCause(), "round " + round);
      cancelling.join();
      run.close();
    }
  }
}
