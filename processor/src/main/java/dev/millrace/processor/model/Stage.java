package dev.millrace.processor.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A method with a body: generated code runs it on virtual threads of its own. */
public sealed interface Stage {

  /** The method. */
  Method method();

  /** The class in {@code stages} that has the method, or {@code null} if the topology has it. */
  @Nullable StageClass host();

  /** Where it receives: nowhere if it is a source, from several channels if it is an actor. */
  List<Endpoint> inputs();

  /** Where it sends, or {@code null} if it only consumes. */
  @Nullable Endpoint output();

  /** What {@code @Workers} says, or {@code null} if it is not there. */
  @Nullable Workers workers();

  /** {@code R f(T)}: called once per value. */
  record PerValue(
      Method method,
      @Nullable StageClass host,
      Endpoint input,
      @Nullable Endpoint output,
      Results results,
      @Nullable Workers workers)
      implements Stage {
    @Override
    public List<Endpoint> inputs() {
      return List.of(input);
    }
  }

  /** {@code R f(Q)} on a channel of requests: called once per question, replies to its caller. */
  record Server(Method method, @Nullable StageClass host, Endpoint input, @Nullable Workers workers)
      implements Stage {
    @Override
    public List<Endpoint> inputs() {
      return List.of(input);
    }

    @Override
    public @Nullable Endpoint output() {
      return null;
    }
  }

  /** {@code @Select R f(Event)}: an actor, called once per event. */
  record Actor(
      Method method,
      @Nullable StageClass host,
      Select select,
      @Nullable Endpoint output,
      Results results,
      @Nullable Workers workers)
      implements Stage {
    @Override
    public List<Endpoint> inputs() {
      return Arm.inputs(select.arms());
    }
  }

  /** {@code R f(Receiver<T>)}: called once for the whole channel. */
  record Fold(
      Method method,
      @Nullable StageClass host,
      Endpoint input,
      @Nullable Endpoint output,
      @Nullable Workers workers)
      implements Stage {
    @Override
    public List<Endpoint> inputs() {
      return List.of(input);
    }
  }

  /** Called once, without an input; ends when it is exhausted. */
  record Source(
      Method method,
      @Nullable StageClass host,
      Endpoint output,
      SourceForm form,
      @Nullable Workers workers)
      implements Stage {
    @Override
    public List<Endpoint> inputs() {
      return List.of();
    }
  }

  /** How many values come out for one that goes in. */
  enum Results {
    /** {@code void}: a sink. */
    NONE,
    /** {@code R}: exactly one. */
    ONE,
    /** {@code Optional<R>}: none or one. */
    OPTIONAL,
    /** {@code Stream<R>}: any number, sent one by one. */
    STREAM
  }

  /** How a source hands over its values. */
  enum SourceForm {
    /** {@code Stream<R> f()}; generated code closes the stream. */
    STREAM,
    /** {@code Iterable<R> f()}. */
    ITERABLE,
    /** {@code void f(Sender<R> out)}: sends by itself. */
    SENDER
  }
}
