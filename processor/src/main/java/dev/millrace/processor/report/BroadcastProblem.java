package dev.millrace.processor.report;

import static dev.millrace.processor.report.Severity.ERROR;
import static dev.millrace.processor.report.Severity.WARNING;

/** What may be wrong with a channel whose values are meant to reach every consumer. */
public enum BroadcastProblem implements Problem {

  // Said by check.Broadcasts.

  UNKNOWN_BROADCAST(
      "UnknownBroadcast",
      ERROR,
      "There is no channel \"{channel}\" to broadcast. Name one that stages consume."),
  UNKNOWN_BROADCAST_TYPO(
      "UnknownBroadcast",
      ERROR,
      "There is no channel \"{channel}\" to broadcast. Did you mean \"{other}\"?"),
  BROADCAST_TWICE(
      "BroadcastTwice", WARNING, "@Broadcast names \"{channel}\" twice. Remove one of the two."),
  BROADCAST_ALONE(
      "BroadcastAlone",
      WARNING,
      "Only {consumer} consumes \"{channel}\", so @Broadcast changes nothing."),
  BROADCAST_PORTS(
      "BroadcastPorts",
      ERROR,
      "{ports} are {count} views of one receiver of \"{channel}\"."
          + " Broadcast needs stages, or one raw view per subscriber."),
  BROADCAST_OF_REQUESTS(
      "BroadcastRequest",
      ERROR,
      "\"{channel}\" carries requests, and a request has one reply."
          + " Take \"{channel}\" out of @Broadcast."),
  BROADCAST_DROPS(
      "BroadcastDrops",
      ERROR,
      "\"{channel}\" drops values for want of room, so not every consumer would get every value."
          + " Remove overflow = {overflow}, or take \"{channel}\" out of @Broadcast."),
  BROADCAST_FROM_SELECT(
      "BroadcastFromSelect",
      ERROR,
      "{select} sends to \"{channel}\", whose consumers would take the value one by one, and an arm"
          + " happens at once. Give \"{channel}\" a buffer.");

  private final Wording wording;

  BroadcastProblem(String code, Severity severity, String... lines) {
    this.wording = new Wording(code, severity, lines);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
