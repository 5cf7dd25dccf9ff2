package dev.millrace.processor.model;

import java.util.List;

/** An abstract method: generated code implements it, any thread may call it. */
public sealed interface Port {

  /** The method. */
  Method method();

  /** {@code void put(T)} or {@code void ring()}: waits until taken or buffered. */
  record Send(Method method, Endpoint output) implements Port {}

  /** {@code boolean offer(T)} or {@code boolean offer()}: never waits. */
  record TrySend(Method method, Endpoint output) implements Port {}

  /** {@code boolean offer(T, Duration)}: waits at most that long. */
  record TimedSend(Method method, Endpoint output) implements Port {}

  /** {@code Sender<T> orders()}: the send end itself. */
  record SendEnd(Method method, Endpoint output) implements Port {}

  /**
   * {@code @Request R ask(Q)}: sends a question and waits for the reply.
   *
   * @param output where the question is sent
   * @param timed whether the method takes a {@code Duration} to wait at most
   */
  record Ask(Method method, Endpoint output, boolean timed) implements Port {}

  /** {@code T next()}, or {@code void next()} for a signal: waits; an end is an exception. */
  record Receive(Method method, Endpoint input) implements Port {}

  /** {@code Optional<T> next()}: waits; an end is empty. */
  record ReceiveOptional(Method method, Endpoint input) implements Port {}

  /** {@code Received<T> poll()}: never waits. */
  record Poll(Method method, Endpoint input) implements Port {}

  /** {@code Received<T> poll(Duration)}: waits at most that long. */
  record TimedPoll(Method method, Endpoint input) implements Port {}

  /** {@code Receiver<T> orders()}: the receive end itself. */
  record ReceiveEnd(Method method, Endpoint input) implements Port {}

  /** {@code @Close void finish()}: no more values come from ports. */
  record Close(Method method, List<Closing> closings) implements Port {
    /** Copies the list. */
    public Close {
      closings = List.copyOf(closings);
    }
  }

  /** {@code @Select Event next()}: waits for several channels. */
  record SelectOne(Method method, Select select) implements Port {}
}
