package dev.millrace.processor.selects;

import dev.millrace.Receiver;
import dev.millrace.Sender;
import dev.millrace.Signal;

/** Is the stage of a form: an actor. */
public interface ActorDriver extends FormDriver {

  /** Where the actor gets its first event. */
  Sender<Signal> begin();

  /** What the actor sends. */
  Receiver<String> results();

  /** What has happened to the actor. */
  ActorScript script();
}
