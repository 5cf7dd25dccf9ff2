package dev.millrace.processor.model;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A method with a body: generated code runs it on virtual threads of its own. */
public sealed interface Stage {

  /** The method. */
  Method method();

  /** The class in {@code stages} that has the method, or {@code null} if the topology has it. */
  @Nullable StageClass host();

  /** Where it receives: nowhere if it is a source, perhaps from several channels. */
  List<Endpoint> inputs();

  /** Where it sends: nowhere if it only consumes, perhaps to several channels. */
  List<Endpoint> outputs();

  /** The parameters that are ends of the channels that they name. */
  default List<Parameter> parameters() {
    return List.of();
  }

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

    @Override
    public List<Endpoint> outputs() {
      return asList(output);
    }

    /** Whether its workers send in the order in which they received. */
    public boolean isOrdered() {
      return workers != null && workers.ordered();
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
    public List<Endpoint> outputs() {
      return List.of();
    }
  }

  /**
   * {@code @Select R f(Event, @Producer("b") Sender<B> b)}: an actor, called once per event.
   *
   * @param event the place of the event among the parameters, from 0
   * @param output where its results go, or {@code null} if it returns nothing
   * @param parameters all its other parameters
   */
  record Actor(
      Method method,
      @Nullable StageClass host,
      Select select,
      int event,
      @Nullable Endpoint output,
      Results results,
      List<Parameter> parameters,
      @Nullable Workers workers)
      implements Stage {

    /** Copies the list. */
    public Actor {
      parameters = List.copyOf(parameters);
    }

    @Override
    public List<Endpoint> inputs() {
      return Arm.inputs(select.arms());
    }

    @Override
    public List<Endpoint> outputs() {
      return Stream.concat(Stream.ofNullable(output), parameters.stream().map(Parameter::end))
          .toList();
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

    @Override
    public List<Endpoint> outputs() {
      return asList(output);
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

    @Override
    public List<Endpoint> outputs() {
      return List.of(output);
    }
  }

  /** {@code void f(@Consumer("a") Receiver<A> a, @Producer("b") Sender<B> b)}: called once. */
  record AnyProcess(
      Method method,
      @Nullable StageClass host,
      List<Parameter> parameters,
      @Nullable Workers workers)
      implements Stage {

    /** Copies the list. */
    public AnyProcess {
      parameters = List.copyOf(parameters);
    }

    @Override
    public List<Endpoint> inputs() {
      return parameters.stream().filter(one -> !one.sends()).map(Parameter::end).toList();
    }

    @Override
    public List<Endpoint> outputs() {
      return parameters.stream().filter(Parameter::sends).map(Parameter::end).toList();
    }
  }

  /**
   * A parameter that is an end of the channel that its annotation names.
   *
   * @param index its place among the parameters, from 0
   * @param end the end; its site is the parameter
   * @param sends whether it is a {@code Sender}
   */
  record Parameter(int index, Endpoint end, boolean sends) {}

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

  private static List<Endpoint> asList(@Nullable Endpoint end) {
    return end == null ? List.of() : List.of(end);
  }
}
