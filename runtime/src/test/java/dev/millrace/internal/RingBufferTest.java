package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** What a buffer holds on to when its values are gone. */
class RingBufferTest {

  private static final int BURST = 4_000_000;

  /** An array of references to as many values, however small the virtual machine makes them. */
  private static final long BURST_BYTES = 4L * BURST;

  @Test
  void aValueThatWasTakenIsNotHeld() {
    RingBuffer buffer = new RingBuffer(4);
    WeakReference<Object> taken = offerAndPoll(buffer);
    awaitGarbage("the value", () -> taken.refersTo(null));
    assertEquals(0, buffer.size());
  }

  /** In a method of its own, so that no local variable holds the value. */
  private static WeakReference<Object> offerAndPoll(RingBuffer buffer) {
    buffer.offer(new Object());
    return new WeakReference<>(buffer.poll());
  }

  @Test
  void aBurstThatIsOverHoldsNoMemory() {
    long before = steadyUse();
    RingBuffer buffer = new RingBuffer(Integer.MAX_VALUE);
    for (int i = 0; i < BURST; i++) {
      buffer.offer("value");
    }
    assertTrue(usedAfterCollection() > before + BURST_BYTES / 2, "this is how to measure it");
    for (int i = 0; i < BURST; i++) {
      assertEquals("value", buffer.poll());
    }
    awaitGarbage("the burst", () -> usedAfterCollection() < before + BURST_BYTES / 2);
    assertNull(buffer.poll());
  }

  @Test
  void afterABurstTheOrderHolds() {
    RingBuffer buffer = new RingBuffer(Integer.MAX_VALUE);
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < 10_000; i++) {
        buffer.offer(i);
      }
      for (int i = 0; i < 10_000; i++) {
        assertEquals(i, buffer.poll());
      }
    }
    assertNull(buffer.poll());
  }

  /** Who takes it may have nothing left that could fail. The first rounds load classes. */
  @Test
  void theLastValueOfABurstIsTakenWithoutMemory() {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    RingBuffer buffer = new RingBuffer(Integer.MAX_VALUE);
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 30 && least > 0; round++) {
      for (int i = 0; i < 10_000; i++) {
        buffer.offer("value");
      }
      for (int i = 1; i < 10_000; i++) {
        buffer.poll();
      }
      long before = threads.getCurrentThreadAllocatedBytes();
      Object last = buffer.poll();
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
      assertEquals("value", last);
    }
    assertEquals(0, least);
  }

  @Test
  void takingAllLeavesAnEmptyBufferThatWorks() {
    RingBuffer buffer = new RingBuffer(Integer.MAX_VALUE);
    for (int i = 0; i < 20; i++) {
      buffer.offer(i);
    }
    for (int i = 0; i < 18; i++) {
      assertEquals(i, buffer.poll());
    }
    RingBuffer all = buffer.takeAll();
    assertEquals(0, buffer.size());
    buffer.offer("next");
    assertEquals("next", buffer.poll());
    assertEquals(18, all.poll());
    assertEquals(19, all.poll());
    assertNull(all.poll());
  }

  private static long usedAfterCollection() {
    System.gc();
    Runtime memory = Runtime.getRuntime();
    return memory.totalMemory() - memory.freeMemory();
  }

  /** Once nothing else that is over is still being collected. */
  private static long steadyUse() {
    long used = usedAfterCollection();
    long next = usedAfterCollection();
    while (Math.abs(used - next) > BURST_BYTES / 16) {
      used = next;
      next = usedAfterCollection();
    }
    return next;
  }

  private static void awaitGarbage(String what, BooleanSupplier gone) {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!gone.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, what + " is held");
      System.gc();
    }
  }
}
