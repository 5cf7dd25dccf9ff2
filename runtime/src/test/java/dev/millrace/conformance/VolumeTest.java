package dev.millrace.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.harness.Campaign;
import dev.millrace.harness.TestThread;
import dev.millrace.harness.ThreadKind;
import dev.millrace.internal.ChannelProbe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Many senders, many receivers, and somebody who watches the two invariants all the time. */
@ParameterizedClass
@MethodSource("dev.millrace.conformance.Flavours#losslessForSeveral")
class VolumeTest extends ChannelConformance {

  private static final int PEERS = 3;

  VolumeTest(Flavour flavour, ThreadKind kind) {
    super(flavour, kind);
  }

  @Test
  void everythingIsReceivedOnceAndInOrder() throws Exception {
    exchange(1_000);
  }

  @Test
  @Tag("campaign")
  void everythingIsReceivedOnceAndInOrderInVolume() throws Exception {
    exchange(Campaign.share(300_000));
  }

  private void exchange(int perSender) throws Exception {
    List<TestThread<Boolean>> senders = new ArrayList<>();
    List<TestThread<List<Integer>>> receivers = new ArrayList<>();
    for (int peer = 0; peer < PEERS; peer++) {
      int first = peer * perSender;
      senders.add(
          run(
              () -> {
                for (int i = 0; i < perSender; i++) {
                  channel.send(first + i);
                }
              }));
      receivers.add(call(() -> channel.stream().toList()));
    }
    var done = new AtomicBoolean();
    var watcher =
        run(
            ThreadKind.PLATFORM,
            () -> {
              while (!done.get()) {
                ChannelProbe.assertInvariants(channel);
                assertTrue(channel.size() <= flavour.capacity());
                // It holds the lock as it looks, and must not keep it from the others.
                LockSupport.parkNanos(50_000);
              }
            });
    List<Integer> all = new ArrayList<>();
    try {
      for (var sender : senders) {
        sender.join();
      }
      channel.close();
      for (var receiver : receivers) {
        List<Integer> received = receiver.join();
        assertInOrderBySender(received, perSender);
        all.addAll(received);
      }
    } finally {
      done.set(true);
    }
    watcher.join();
    Collections.sort(all);
    assertEquals(IntStream.range(0, PEERS * perSender).boxed().toList(), all);
  }

  private static void assertInOrderBySender(List<Integer> received, int perSender) {
    int[] last = new int[PEERS];
    Arrays.fill(last, -1);
    for (int value : received) {
      int sender = value / perSender;
      assertTrue(value > last[sender], value + " came after " + last[sender]);
      last[sender] = value;
    }
  }
}
