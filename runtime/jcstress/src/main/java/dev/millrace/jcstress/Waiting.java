package dev.millrace.jcstress;

import dev.millrace.Channel;
import dev.millrace.Selector;
import java.time.Duration;

/** Operations that wait, for actors, which nobody interrupts. */
final class Waiting {

  private Waiting() {}

  static void send(Channel<Integer> channel, int value) {
    try {
      channel.send(value);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The value, or 0 for the end. */
  static int receive(Channel<Integer> channel) {
    try {
      Integer value = channel.receiveOrNull();
      return value == null ? 0 : value;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Where there is nothing: waits for a moment. */
  static void receiveBriefly(Channel<Integer> channel) {
    try {
      channel.tryReceive(Duration.ofNanos(1));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static int select(Selector<Integer> selector) {
    try {
      return selector.select();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
