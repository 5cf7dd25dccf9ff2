package dev.millrace.processor.model;

import java.util.List;
import javax.lang.model.element.TypeElement;

/** One alternative of a select: a record that the event type permits. */
public sealed interface Arm {

  /** The record. */
  TypeElement event();

  /** An arm that stands for a channel. */
  sealed interface Taking extends Arm {
    /** The channel and what the arm takes from it. */
    Endpoint input();
  }

  /** {@code record Tick(Instant at)}: the value goes into its only component. */
  record Wrapping(TypeElement event, Endpoint input) implements Taking {}

  /** A record that is itself a type put on the channel: passed on as it is. */
  record Identity(TypeElement event, Endpoint input) implements Taking {}

  /** {@code record Quit()}: no value. */
  record OfSignal(TypeElement event, Endpoint input) implements Taking {}

  /** Has {@code @Case} but could not be made from a value of that channel. */
  record Misshapen(TypeElement event, Endpoint input) implements Taking {}

  /** Has no {@code @Case}. */
  record WithoutCase(TypeElement event) implements Arm {}

  /** The channels of all arms that stand for one. */
  static List<Endpoint> inputs(List<Arm> arms) {
    return arms.stream()
        .filter(Taking.class::isInstance)
        .map(arm -> ((Taking) arm).input())
        .toList();
  }
}
