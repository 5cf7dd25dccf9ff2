package dev.millrace.examples.originals.library;

import dev.millrace.Channel;
import dev.millrace.Receiver;

/** The so manieth thing that somebody said. */
record Message(String speaker, int number) {

  /** Somebody who says so many things, numbered from 0, and then stops talking. */
  static Receiver<Message> from(String speaker, int count, Goroutines goroutines) {
    Channel<Message> messages = Channel.rendezvous(speaker);
    goroutines.go(
        () -> {
          try (messages) {
            for (int number = 0; number < count; number++) {
              messages.send(new Message(speaker, number));
            }
          }
        });
    return messages;
  }
}
