package dev.millrace.benchmarks.peer;

import dev.millrace.annotation.Nullable;
import dev.millrace.benchmarks.Item;

/** Several channels, and one thread that receives from whichever has something. */
public interface Choice {

  /** One of the channels, numbered from 0. */
  Pipe arm(int index);

  /** Waits for an item from any of them. */
  Item receive() throws InterruptedException;

  /** An item from any of them, or null if none is there now. */
  @Nullable
  Item poll() throws InterruptedException;
}
