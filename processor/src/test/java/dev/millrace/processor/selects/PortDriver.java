package dev.millrace.processor.selects;

import java.time.Duration;

/** Calls the select ports of a form. */
public interface PortDriver extends FormDriver {

  /** Calls one of them and tells what has happened. */
  String select(int method, Duration patience) throws InterruptedException;
}
