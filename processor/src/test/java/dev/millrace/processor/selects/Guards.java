package dev.millrace.processor.selects;

import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** What the guards of a compiled form say, and how often they were asked. */
public final class Guards {

  private volatile List<Boolean> open = List.of(true, true, true, true);
  private final AtomicIntegerArray asked = new AtomicIntegerArray(4);

  /** Called by the guard of an arm. */
  public boolean ask(int arm) {
    asked.incrementAndGet(arm);
    return open.get(arm);
  }

  void say(List<Boolean> open) {
    this.open = List.copyOf(open);
  }

  void openAll() {
    open = List.of(true, true, true, true);
  }

  /** How often the guard of an arm was asked since the last call of this method. */
  int takeAsked(int arm) {
    return asked.getAndSet(arm, 0);
  }
}
