package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Generated code keeps a select from one message to the next; the messages it must not keep. */
class ForgottenValuesTest {

  private final GeneralChannel<Object> first = GeneralChannel.create("first", 1);
  private final GeneralChannel<Object> second = GeneralChannel.create("second", 1);
  private final GeneralChannel<Object> third = GeneralChannel.create("third", 1);

  /** Two arms that receive, and one that sends. */
  private ChannelSelect select(boolean persistent) {
    var arms = new SelectBuilder(false);
    arms.addReceive(first);
    arms.addReceive(second);
    arms.addSend(third);
    return persistent ? arms.persistent().build() : arms.build();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatNobodyTook(boolean persistent) {
    ChannelSelect select = select(persistent);
    WeakReference<Object> value = receive(select, 0, first);
    select.forgetValues();
    assertForgotten(value, select);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatNobodyTookBeforeAnotherArmHappened(boolean persistent) {
    ChannelSelect select = select(persistent);
    WeakReference<Object> value = receive(select, 0, first);
    second.sendNow("next");
    assertEquals(1, select.poll());
    assertForgotten(value, select);
    assertEquals("next", select.takeValue(1));
  }

  /** An arm for signals is one whose values nobody takes. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void notWhatCameInTheSameArmAgain(boolean persistent) {
    ChannelSelect select = select(persistent);
    WeakReference<Object> value = receive(select, 1, second);
    second.sendNow("next");
    assertEquals(1, select.poll());
    assertForgotten(value, select);
    assertEquals("next", select.takeValue(1));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatWasOfferedInVain(boolean persistent) {
    ChannelSelect select = select(persistent);
    WeakReference<Object> value = offer(select);
    first.sendNow("wins");
    assertEquals(0, select.poll());
    select.forgetValues();
    assertForgotten(value, select);
  }

  private static WeakReference<Object> receive(
      ChannelSelect select, int arm, GeneralChannel<Object> channel) {
    Object value = new Object();
    channel.sendNow(value);
    assertEquals(arm, select.poll());
    return new WeakReference<>(value);
  }

  private static WeakReference<Object> offer(ChannelSelect select) {
    Object value = new Object();
    select.offer(2, value);
    return new WeakReference<>(value);
  }

  private static void assertForgotten(WeakReference<Object> value, ChannelSelect select) {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    try {
      while (!value.refersTo(null)) {
        assertTrue(System.nanoTime() < deadline, "the select holds on to a value");
        System.gc();
      }
    } finally {
      Reference.reachabilityFence(select);
    }
  }
}
