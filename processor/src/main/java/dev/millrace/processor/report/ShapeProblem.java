package dev.millrace.processor.report;

import static dev.millrace.processor.report.Severity.ERROR;
import static dev.millrace.processor.report.Severity.WARNING;

/** Which parameters, results and exceptions fit neither a port nor a stage. */
public enum ShapeProblem implements Problem {

  // Said by check.Shapes.

  BOTH_ON_ABSTRACT(
      "BothOnAbstract",
      ERROR,
      "{method} both consumes \"{input}\" and produces \"{output}\", but has no body to run."
          + " Give it one (default), move it to a class in @Topology(stages = ...), or split it in"
          + " two ports. In Kotlin, compile with -jvm-default=no-compatibility or newer."),
  PORT_WITH_BODY(
      "PortWithBody",
      ERROR,
      "{method} sends to \"{channel}\" and has a body."
          + " Remove the body to make it a port, or take a Sender<{type}> to make it a source."),
  PORT_IN_STAGES(
      "PortInStages",
      ERROR,
      "{method} is a port, but {type} is one of the stages, which are not implemented for you."
          + " Move it to {topology}."),
  PRODUCER_SHAPE(
      "ProducerShape",
      ERROR,
      "{method} returns {type}."
          + " A @Producer method returns void (waits), boolean (tries) or Sender<{payload}>."
          + " To wait for an answer, use @Request(\"{channel}\")."),
  SENDER_WITH_PARAMETERS(
      "ProducerShape",
      ERROR,
      "{method} returns a Sender and takes a value."
          + " Remove the parameters, or return void to send the value."),
  SENDER_OF_NOTHING(
      "ProducerShape",
      ERROR,
      "{method} returns {type}, through which nothing can be sent. Write Sender<T>."),
  TWO_PAYLOADS("TwoPayloads", ERROR, "{method} has {count} values to send. Put them in a record."),
  CONSUMER_SHAPE(
      "ConsumerShape",
      ERROR,
      "{method} takes a parameter."
          + " A @Consumer port takes none, or a Duration to wait at most."),
  CONSUMER_OF_ANYTHING(
      "ConsumerShape",
      ERROR,
      "{method} returns {type}, whose values could be anything. Write {end}<{bound}>."),
  TIMED_RESULT(
      "TimedResult",
      ERROR,
      "{method} returns {type}, so a time-out has no result. Return Received<{payload}>."),
  TIMED_RESULT_OF_SENDER(
      "TimedResult",
      ERROR,
      "{method} returns void, so a time-out has no result."
          + " Return boolean, or put both values in a record to send them."),
  ENDLESS_SOURCE(
      "EndlessSource",
      ERROR,
      "{method} would be called for ever."
          + " Return Stream<{type}>, or take a Sender<{type}> and return when done."),
  REPLY_DROPPED(
      "ReplyDropped",
      ERROR,
      "{method} returns {type}, but nothing receives it. Add @Producer(\"...\"), return void,"
          + " or use @Request(\"{channel}\") on the port to get the reply."),
  RESULT_DROPPED(
      "ReplyDropped",
      ERROR,
      "{method} returns {type}, but nothing receives it. Add @Producer(\"...\"), or return void."),
  NOTHING_TO_SEND(
      "StageShape",
      ERROR,
      "{method} returns nothing that could be sent to \"{channel}\"."
          + " Return the value, an Optional or a Stream, or remove @Producer."),
  STAGE_SHAPE(
      "StageShape",
      ERROR,
      "{method} fits no stage."
          + " A @Consumer stage takes one value of \"{channel}\", or a Receiver<T> of them all."),
  SOURCE_SHAPE(
      "StageShape",
      ERROR,
      "{method} fits no source, because it consumes nothing."
          + " A source takes no parameter, or one Sender<T>."),
  SOURCE_RESULT(
      "StageShape",
      ERROR,
      "{method} returns {type}, but a source that takes a Sender sends by itself. Return void."),
  REQUEST_SHAPE(
      "RequestShape",
      ERROR,
      "{method} sends nothing. A @Request method takes the question, optionally a Duration, and"
          + " returns the answer."),
  REQUEST_WITH_BODY(
      "RequestShape",
      ERROR,
      "{method} has a body, but a request is a port, which is implemented for you."
          + " Remove the body, or write @Consumer(\"{channel}\") to make it the server."),
  SERVER_SHAPE(
      "RequestShape",
      ERROR,
      "{method} cannot answer \"{channel}\". The server of a request takes one question and returns"
          + " the reply, without @Producer."),
  CLOSE_SHAPE(
      "CloseShape",
      ERROR,
      "{method} cannot close a channel. A @Close method is abstract and void, without parameters."),
  MIXED_ANNOTATIONS(
      "MixedAnnotations",
      ERROR,
      "{method} has {one} and {other}, but does one thing only. Keep one of them."),
  UNBOUND_PAIR(
      "Unbound",
      ERROR,
      "{method} takes a Receiver and a Sender, but its annotations stand on the method."
          + " Annotate each parameter with its channel."),

  // Said by check.Exceptions.

  CANNOT_THROW(
      "CannotThrow",
      ERROR,
      "{method} declares {exception}, which {action} never throws. Remove it."),
  NEVER_WAITS(
      "NeverWaits", WARNING, "{method} declares InterruptedException but never waits. Remove it.");

  private final Wording wording;

  ShapeProblem(String code, Severity severity, String... lines) {
    this.wording = new Wording(code, severity, lines);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
