package dev.millrace.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.harness.ThreadKind;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code size}, {@code capacity}, {@code isEmpty}, {@code isFull}, {@code isClosed}: exact. */
@ParameterizedClass
@MethodSource("dev.millrace.conformance.Flavours#all")
class LookingTest extends ChannelConformance {

  LookingTest(Flavour flavour, ThreadKind kind) {
    super(flavour, kind);
  }

  private void assertLooks(int size) {
    assertEquals(size, channel.size());
    assertEquals(size == 0, channel.isEmpty());
    assertEquals(size == flavour.capacity(), channel.isFull());
    assertEquals(flavour.capacity(), channel.capacity());
  }

  @Test
  void aNewChannelIsOpenAndEmpty() {
    assertLooks(0);
    assertFalse(channel.isClosed());
  }

  @Test
  void everySendAndReceiveCountsAtOnce() throws Exception {
    for (int size = 1; size <= flavour.room(); size++) {
      channel.send(size);
      assertLooks(size);
    }
    for (int size = flavour.room() - 1; size >= 0; size--) {
      channel.receive();
      assertLooks(size);
    }
  }

  @Test
  void closingKeepsTheSize() throws Exception {
    fill();
    channel.close();
    assertTrue(channel.isClosed());
    assertLooks(flavour.room());
    channel.closeNow();
    assertTrue(channel.isClosed());
    assertLooks(0);
  }

  @Test
  void aLookFromASecondThreadNeverLeavesTheBounds() throws Exception {
    var done = new AtomicBoolean();
    var looker =
        run(
            () -> {
              while (!done.get()) {
                int size = channel.size();
                assertTrue(size >= 0 && size <= Math.min(1, flavour.capacity()), "size " + size);
                assertFalse(channel.isClosed());
              }
            });
    try {
      for (int i = 0; i < 2000; i++) {
        if (channel.trySend(i)) {
          assertEquals(1, channel.size());
          assertEquals(i, channel.receiveNow());
        }
        assertEquals(0, channel.size());
      }
    } finally {
      done.set(true);
    }
    looker.join();
  }
}
