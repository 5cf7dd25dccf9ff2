package dev.millrace.processor.report;

import static dev.millrace.processor.report.Severity.ERROR;
import static dev.millrace.processor.report.Severity.WARNING;

/** Why a topology would come to a halt, or never come to its end. */
public enum LivenessProblem implements Problem {

  // Said by check.Meetings.

  NEVER_MEET(
      "NeverMeet",
      ERROR,
      "{sender} and {receiver} never wait, and \"{channel}\" has no buffer, so no value is ever"
          + " handed over. Give \"{channel}\" a buffer, or let one of the two wait."),

  // Said by check.Loops.

  UNREACHABLE(
      "Unreachable",
      ERROR,
      "Nothing ever arrives at {stage}: \"{channel}\" is only fed by {stage} itself."
          + " Send to \"{channel}\" from a port or a source too."),
  UNREACHABLE_LOOP(
      "Unreachable",
      ERROR,
      "Nothing ever arrives at {stage}: {path} is a loop that nothing else feeds."
          + " Send to \"{channel}\" from a port or a source too."),
  SELF_LOOP(
      "SelfLoop",
      ERROR,
      "{stage} sends to the channel it receives from. \"{channel}\" has no buffer and {stage} is"
          + " its only receiver, so the first send waits for itself. Give \"{channel}\" a buffer,"
          + " or put new values on another channel."),
  SELF_LOOP_BROADCAST(
      "SelfLoop",
      ERROR,
      "{stage} sends to the channel it receives from. \"{channel}\" has no buffer, so each send"
          + " waits until every consumer has taken the value, and {stage} would wait for itself."
          + " Give \"{channel}\" a buffer, or put new values on another channel."),
  SELF_LOOP_FOLD(
      "SelfLoop",
      ERROR,
      "{stage} sends to the channel it receives from, and \"{channel}\" is closed only when {stage}"
          + " has ended, so it waits for itself. Put the result on another channel."),
  SELF_LOOP_FILLS(
      "SelfLoop",
      WARNING,
      "{stage} sends to the channel it receives from."
          + " Once \"{channel}\" is full and every worker sends, all of them wait."
          + " Put new values on another channel, or make sure that they become fewer."),
  SELF_LOOP_STARVES(
      "SelfLoop",
      WARNING,
      "{stage} sends a value to \"{channel}\" for each that it receives, and receives from there"
          + " before it does from \"{starved}\". Once there is a value in \"{channel}\", there"
          + " always is, so it never receives from \"{starved}\". Let the arm of \"{starved}\" go"
          + " first, or remove priority."),
  CYCLE(
      "Cycle",
      WARNING,
      "{path} is a loop without any buffer."
          + " Once every stage holds a value, all of them wait."
          + " Buffer one of {channels}."),
  CYCLE_WITHOUT_EXIT(
      "Cycle",
      WARNING,
      "{path} is a loop that no value leaves, because each stage sends one value for each that it"
          + " receives. Once its buffers are full, all of them wait."
          + " Return Optional or Stream from one of {stages}."),

  // Said by check.Endings.

  NEVER_ENDS(
      "NeverEnds",
      WARNING,
      "Closing \"{channel}\" cannot end {stages}: each waits for the other's channel to close."
          + " Only close() stops them."),
  NEVER_ENDS_ALONE(
      "NeverEnds",
      WARNING,
      "Closing \"{channel}\" cannot end {stage}: it waits for \"{input}\" to close, which it sends"
          + " to itself. Only close() stops it."),
  NEVER_ENDS_SOURCE(
      "NeverEnds",
      WARNING,
      "The end of {source} cannot end {stages}: each waits for the other's channel to close."
          + " Only close() stops them."),
  NEVER_ENDS_SOURCE_ALONE(
      "NeverEnds",
      WARNING,
      "The end of {source} cannot end {stage}: it waits for \"{input}\" to close, which it sends"
          + " to itself. Only close() stops it."),
  NEVER_ENDS_FOLD(
      "NeverEnds",
      WARNING,
      "{fold} returns only when \"{channel}\" is closed, which waits for {fold} to end: {path}."
          + " Unless it returns early, only close() stops it."),
  NEVER_ENDS_BEHIND(
      "NeverEnds",
      WARNING,
      "{fold} returns only when \"{channel}\" is closed, which waits for the end of a loop:"
          + " {path}. Unless it returns early, only close() stops it."),
  MISSING_CLOSE(
      "MissingClose",
      WARNING,
      "{fold} returns only when \"{channel}\" is closed,"
          + " but {port} can always send more \"{fed}\"."
          + " Add a method @Close(\"{fed}\") void finish()."),

  // Said by check.DeadEnds.

  DEAD_END(
      "DeadEnd",
      WARNING,
      "The values of \"{channel}\" are produced by {stage} and consumed by {consumer};"
          + " if nobody calls {receiver}, {stage} stops after {values} and {port} with it."),
  DEAD_END_OF_SOURCE(
      "DeadEnd",
      WARNING,
      "The values of \"{channel}\" are produced by {stage} and consumed by {consumer};"
          + " if nobody calls {receiver}, {stage} stops after {values}.");

  private final Wording wording;

  LivenessProblem(String code, Severity severity, String... lines) {
    this.wording = new Wording(code, severity, lines);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
