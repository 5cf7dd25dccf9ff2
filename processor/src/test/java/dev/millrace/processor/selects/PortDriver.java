package dev.millrace.processor.selects;

import dev.millrace.Received;
import java.time.Duration;

/** Calls the select ports of a form. */
public interface PortDriver extends FormDriver {

  /** Calls one of them and tells what has happened. */
  String select(int method, Duration patience) throws InterruptedException;

  /** Takes, by another port, what the selects have left on a broadcast. */
  default Received<?> rest(int channel) {
    throw new IllegalArgumentException("c" + channel + " is no broadcast");
  }
}
