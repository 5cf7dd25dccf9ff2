package dev.millrace.lincheck;

import dev.millrace.Channel;
import dev.millrace.Receiver;

/** Where operations on one channel send, and where they receive. */
record Ends(Channel<Integer> channel, Receiver<Integer> receiver) {

  static Ends of(Channel<Integer> channel) {
    return new Ends(channel, channel);
  }
}
