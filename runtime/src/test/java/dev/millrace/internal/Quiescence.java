package dev.millrace.internal;

import dev.millrace.Channel;

/** What must hold of a channel that no operation is busy with. */
public final class Quiescence {

  private Quiescence() {}

  /** Throws if an operation that is over has left a place in a queue. */
  public static void check(Channel<?> channel) {
    GeneralChannel<?> general =
        switch (channel) {
          case GeneralChannel<?> it -> it;
        };
    if (!general.senders().looksEmpty()
        || !general.receivers().looksEmpty()
        || !general.endWatchers().looksEmpty()) {
      throw new AssertionError("Somebody has left a place in a queue of " + channel + ".");
    }
  }
}
