package dev.millrace.processor.model;

import java.util.List;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** One alternative of a select: a record that the event type permits. */
public sealed interface Arm {

  /** The record. */
  TypeElement event();

  /** An arm that stands for something that happens on a channel. */
  sealed interface OfChannel extends Arm {
    /** The name of the channel. */
    String channel();

    /** Where the channel was named. */
    Site site();

    /** What must hold for the arm to take part, or {@code null} if it always does. */
    @Nullable Guard guard();
  }

  /** An arm that takes values. */
  sealed interface Taking extends OfChannel {
    /** The channel and what the arm takes from it. */
    Endpoint input();

    @Override
    default String channel() {
      return input().channel();
    }

    @Override
    default Site site() {
      return input().site();
    }
  }

  /** {@code record Tick(Instant at)}: the value goes into its only component. */
  record Wrapping(TypeElement event, Endpoint input, @Nullable Guard guard) implements Taking {}

  /** A record that is itself a type put on the channel: passed on as it is. */
  record Identity(TypeElement event, Endpoint input, @Nullable Guard guard) implements Taking {}

  /** {@code record Quit()}: no value. */
  record OfSignal(TypeElement event, Endpoint input, @Nullable Guard guard) implements Taking {}

  /** Has {@code @Case} but could not be made from a value of that channel. */
  record Misshapen(TypeElement event, Endpoint input, @Nullable Guard guard) implements Taking {}

  /** Has {@code @Case(closed = true)}: the channel is closed and drained. */
  record Closed(TypeElement event, String channel, Site site, @Nullable Guard guard)
      implements OfChannel {}

  /** Has {@code @Otherwise}: no other arm is ready, or became so in time. */
  record Otherwise(TypeElement event, Site site) implements Arm {}

  /** Has neither {@code @Case} nor {@code @Otherwise}. */
  record WithoutCase(TypeElement event) implements Arm {}

  /** The channels of all arms that take values. */
  static List<Endpoint> inputs(List<Arm> arms) {
    return arms.stream()
        .filter(Taking.class::isInstance)
        .map(arm -> ((Taking) arm).input())
        .toList();
  }
}
