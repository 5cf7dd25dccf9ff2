package dev.millrace.processor.model;

import javax.lang.model.type.TypeMirror;

/** What one end of a channel says about the values that the channel carries. */
public sealed interface Payload {

  /**
   * Values of a type.
   *
   * @param type the type as written, boxed, as a member of the topology
   * @param exact whether the channel must carry this very type, as the argument of a {@code
   *     Sender<T>} or {@code Receiver<T>} without a wildcard demands; otherwise a put of a subtype
   *     or a take of a supertype fits too
   */
  record Value(TypeMirror type, boolean exact) implements Payload {}

  /** No value: that something happened is the message. */
  record Signal() implements Payload {}

  /** Nothing that could be compared: a raw channel end, or a method whose shape is wrong. */
  record Unknown() implements Payload {}
}
