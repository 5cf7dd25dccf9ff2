package dev.millrace.processor.selects;

import dev.millrace.Receiver;
import dev.millrace.Sender;
import dev.millrace.Signal;
import java.util.List;

/** Is the stage of a form: an actor. */
public interface ActorDriver extends FormDriver {

  /** Where the actor gets its first event. */
  Sender<Signal> begin();

  /** What the actor returns. */
  Receiver<String> results();

  /** What it sends to each of its parameters. */
  List<Receiver<String>> logs();

  /** What has happened to the actor. */
  ActorScript script();
}
