package dev.millrace.processor.model;

import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import org.jspecify.annotations.Nullable;

/**
 * One alternative of a select: a record that the event type permits, or a parameter of the select
 * method that handles what comes.
 */
public sealed interface Arm {

  /** The record or the parameter. */
  Element declaration();

  /** A record of the event. */
  sealed interface OfEvent extends Arm {
    /** The record. */
    TypeElement event();

    @Override
    default Element declaration() {
      return event();
    }
  }

  /** A parameter of the method. */
  sealed interface OfHandler extends Arm {
    /** The parameter. */
    Handler handler();

    @Override
    default Element declaration() {
      return handler().parameter();
    }
  }

  /** An arm that stands for something that happens on a channel. */
  sealed interface OfChannel extends Arm {
    /** The name of the channel. */
    String channel();

    /** Where the channel was named. */
    Site site();

    /** What must hold for the arm to take part, or {@code null} if it always does. */
    @Nullable NamedMethod guard();
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

  /** Has {@code @Case(closed = true)}: the channel is closed and drained. */
  sealed interface AtEnd extends OfChannel {}

  /** Has {@code @Otherwise}: no other arm is ready, or became so in time. */
  sealed interface Otherwise extends Arm {
    /** What says how long an actor waits before, or {@code null} if it does not wait. */
    @Nullable NamedMethod after();
  }

  /** {@code record Tick(Instant at)}: the value goes into its only component. */
  record Wrapping(TypeElement event, Endpoint input, @Nullable NamedMethod guard)
      implements Taking, OfEvent {}

  /** A record that is itself a type put on the channel: passed on as it is. */
  record Identity(TypeElement event, Endpoint input, @Nullable NamedMethod guard)
      implements Taking, OfEvent {}

  /** {@code record Quit()}: no value. */
  record OfSignal(TypeElement event, Endpoint input, @Nullable NamedMethod guard)
      implements Taking, OfEvent {}

  /** Has {@code @Case} but could not be made from a value of that channel. */
  record Misshapen(TypeElement event, Endpoint input, @Nullable NamedMethod guard)
      implements Taking, OfEvent {}

  /**
   * A record that is permitted, but is no such event: of other type arguments than the select's, or
   * none at all.
   *
   * @param implemented the event as the record implements it, or {@code null} if it does not
   * @param unbound the record's type parameter that does not follow from the select's event, or
   *     {@code null} if all do and yet the record is no such event
   */
  record Unfit(
      TypeElement event,
      Endpoint input,
      @Nullable NamedMethod guard,
      @Nullable DeclaredType implemented,
      @Nullable TypeParameterElement unbound)
      implements Taking, OfEvent {}

  /** {@code @Case("ticks") Handler<Instant> onTick}. */
  record Handled(Handler handler, Endpoint input, @Nullable NamedMethod guard)
      implements Taking, OfHandler {}

  /** {@code @Case(value = "ticks", closed = true) record NoMoreTicks()}. */
  record Closed(TypeElement event, String channel, Site site, @Nullable NamedMethod guard)
      implements AtEnd, OfEvent {}

  /** {@code @Case(value = "ticks", closed = true) Runnable onEnd}. */
  record HandledEnd(Handler handler, String channel, Site site, @Nullable NamedMethod guard)
      implements AtEnd, OfHandler {}

  /**
   * {@code @Producer("ticks") record Ticked()}: a value is sent.
   *
   * @param output the channel and what is sent to it
   * @param offer the parameter with the value, or {@code null} for a signal
   */
  record Sending(
      TypeElement event,
      String channel,
      Site site,
      @Nullable NamedMethod guard,
      Endpoint output,
      @Nullable Offer offer)
      implements OfChannel, OfEvent {}

  /** {@code @Otherwise record Nothing()}. */
  record OtherwiseEvent(TypeElement event, @Nullable NamedMethod after)
      implements Otherwise, OfEvent {}

  /** {@code @Otherwise Runnable onNothing}. */
  record OtherwiseHandled(Handler handler, @Nullable NamedMethod after)
      implements Otherwise, OfHandler {}

  /** A record that has none of these annotations. */
  record WithoutCase(TypeElement event) implements OfEvent {}

  /** Has two of {@code @Case}, {@code @Producer} and {@code @Otherwise}, which it names. */
  record WithBoth(Element declaration, String one, String other) implements Arm {}

  /** The channels of all arms that take values. */
  static List<Endpoint> inputs(List<Arm> arms) {
    return arms.stream()
        .filter(Taking.class::isInstance)
        .map(arm -> ((Taking) arm).input())
        .toList();
  }
}
