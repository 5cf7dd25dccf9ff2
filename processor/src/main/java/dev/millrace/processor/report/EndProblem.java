package dev.millrace.processor.report;

import static dev.millrace.processor.report.Severity.ERROR;

/** What may be wrong with the ends of channels that a stage takes as parameters. */
public enum EndProblem implements Problem {

  // Said by check.Processes.

  UNBOUND(
      "Unbound",
      ERROR,
      "{method} has {ends} and {count} {annotation}."
          + " Annotate each parameter with its channel."),
  UNBOUND_VALUE(
      "Unbound",
      ERROR,
      "{parameter} of {method} is no end of a channel, and nobody else calls a stage."
          + " Remove it, or annotate a Receiver or a Sender."),
  PARAMETER_OF_PORT(
      "Unbound",
      ERROR,
      "{method} takes ends of channels, but has no body to run. Give it one (default), move it to a"
          + " class in @Topology(stages = ...), or annotate the method to make it a port."),
  PARAMETER_SHAPE(
      "EndShape",
      ERROR,
      "{parameter} of {method} is no end of a channel, and the method is called only once."
          + " Take a {end}<{type}>, or annotate the method and not its parameters."),
  OTHER_END(
      "EndShape",
      ERROR,
      "{parameter} {sends} \"{channel}\", but is a {type}. Take a {end}, or write {annotation}."),
  END_OF_NOTHING("EndShape", ERROR, "Nothing can be sent through a {type}. Write Sender<{bound}>."),
  END_OF_ANYTHING(
      "EndShape", ERROR, "The values of a {type} could be anything. Write Receiver<{bound}>."),
  DUPLICATE_END(
      "DuplicateEnd",
      ERROR,
      "{first} and {second} of {method} are both the {end} of \"{channel}\". Keep one."),
  MIXED_WITH_PARAMETER(
      "MixedAnnotations",
      ERROR,
      "{method} has {annotation}, and its parameters name channels as well."
          + " Annotate either the method or each parameter."),
  MIXED_ON_PARAMETER(
      "MixedAnnotations",
      ERROR,
      "{parameter} of {method} has @Producer and @Consumer, but is one end only."
          + " Keep one of them."),
  PROCESS_RESULT(
      "StageShape",
      ERROR,
      "{method} returns {type}, but a stage whose parameters are the ends of its channels sends by"
          + " itself. Return void, and take a Sender<{boxed}>."),

  // Said by check.Actors.

  UNBOUND_OF_ACTOR(
      "Unbound",
      ERROR,
      "{parameter} of {method} names no channel; @Producer on the method says where its result"
          + " goes, and it has none. Move @Producer(\"{channel}\") to {parameter}."),
  UNBOUND_BESIDE_RESULT(
      "Unbound",
      ERROR,
      "{parameter} of {method} names no channel; @Producer on the method says where its result"
          + " goes. Annotate {parameter} with the channel it sends to."),
  ACTOR_PARAMETER(
      "EndShape",
      ERROR,
      "{parameter} sends to \"{channel}\", but is {a type}. Take a Sender<{boxed}>."),
  RECEIVER_OF_ACTOR(
      "EndShape",
      ERROR,
      "{parameter} of {method} receives, but what an actor receives comes as its event."
          + " Add a record with @Case to the event's type."),
  RESULT_AND_END(
      "DuplicateEnd",
      ERROR,
      "{method} returns what is sent to \"{channel}\", and {parameter} sends to it as well."
          + " Keep one.");

  private final Wording wording;

  EndProblem(String code, Severity severity, String... lines) {
    this.wording = new Wording(code, severity, lines);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
