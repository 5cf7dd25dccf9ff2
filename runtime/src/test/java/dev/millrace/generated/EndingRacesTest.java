package dev.millrace.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.Channel;
import dev.millrace.ChannelClosedException;
import dev.millrace.Receiver;
import dev.millrace.Sender;
import dev.millrace.StartOptions;
import dev.millrace.TopologyFailedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** stop(), cancel(), close() and a failure at the same time, in volume. */
@Timeout(300)
class EndingRacesTest {

  private static final int ROUNDS = 1_500;

  private final Random random = new Random(42);

  /**
   * Every value that a port has sent was worked on, or counted as discarded, or was in the hands of
   * one of the workers; whoever ended it, all threads end and nothing hangs.
   */
  @Test
  void everyValueIsAccountedForHoweverItEnds() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      boolean fails = random.nextBoolean();
      boolean cancels = random.nextBoolean();
      int workers = 1 + random.nextInt(3);
      TopologyRun run =
          new TopologyRun("R" + round, StartOptions.defaults().gracePeriod(Duration.ofDays(1)));
      Channel<Integer> in = run.channel("in", random.nextInt(4));
      Channel<Integer> out = run.channel("out", random.nextInt(4));
      Sender<Integer> inFromPorts = run.portSender(in);
      Receiver<Integer> outToPorts = run.portReceiver(out);
      AtomicInteger received = new AtomicInteger();
      AtomicInteger handed = new AtomicInteger();
      int failsAt = fails ? random.nextInt(20) : Integer.MAX_VALUE;
      StageWiring work = run.stage("work", workers);
      Receiver<Integer> inToWork = work.receiver(in);
      Sender<Integer> outFromWork = work.sender(out);
      work.runs(
          () -> {
            for (Integer value; (value = inToWork.receiveOrNull()) != null; ) {
              received.incrementAndGet();
              if (value == failsAt) {
                throw new IllegalStateException("boom");
              }
              try {
                outFromWork.send(value);
                handed.incrementAndGet();
              } catch (ChannelClosedException | InterruptedException e) {
                handed.incrementAndGet();
                throw e;
              }
            }
          });
      StageWiring tick = run.stage("tick");
      Channel<Integer> ticks = run.channel("ticks", 0);
      Receiver<Integer> ticksToPorts = run.portReceiver(ticks);
      Sender<Integer> ticksFromTick = tick.sender(ticks);
      tick.runs(
          () -> {
            while (true) {
              ticksFromTick.send(1);
            }
          });
      run.start();

      CountDownLatch go = new CountDownLatch(1);
      AtomicInteger sent = new AtomicInteger();
      AtomicInteger delivered = new AtomicInteger();
      List<Background<Boolean>> threads = new ArrayList<>();
      threads.add(
          Background.run(
              () -> {
                go.await();
                try {
                  for (int i = 0; i < 20; i++) {
                    inFromPorts.send(i);
                    sent.incrementAndGet();
                  }
                } catch (ChannelClosedException e) {
                  assertTrue(in.isClosed() || inFromPorts.isClosed());
                }
              }));
      threads.add(
          Background.run(
              () -> {
                go.await();
                try {
                  while (outToPorts.receiveOrNull() != null) {
                    delivered.incrementAndGet();
                  }
                } catch (ChannelClosedException e) {
                  assertTrue(out.isClosed());
                }
              }));
      threads.add(
          Background.run(
              () -> {
                go.await();
                assertEquals(1, ticksToPorts.receive());
                run.stop();
              }));
      if (cancels) {
        threads.add(
            Background.run(
                () -> {
                  go.await();
                  run.cancel();
                }));
      }
      go.countDown();
      for (Background<Boolean> thread : threads) {
        try {
          thread.join();
        } catch (ChannelClosedException e) {
          assertTrue(fails || cancels, "the tick did not come");
        }
      }
      TopologyFailedException failure = null;
      try {
        run.close();
      } catch (TopologyFailedException e) {
        failure = e;
      }
      assertTrue(fails || failure == null, "a race was taken for a failure: " + failure);
      assertTrue(run.snapshot().stages().stream().allMatch(s -> s.activity().equals("ended")));
      String what = "round " + round + ", " + run.discarded();
      long inDiscarded = run.discarded().getOrDefault("in", 0L);
      long outDiscarded = run.discarded().getOrDefault("out", 0L);
      assertEquals(sent.get(), received.get() + inDiscarded, what);
      assertEquals(handed.get(), delivered.get() + outDiscarded, what);
      if (!fails && !cancels) {
        assertEquals(sent.get(), delivered.get(), what);
      }
    }
  }
}
