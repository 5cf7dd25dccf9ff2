package dev.millrace.processor.report;

import static dev.millrace.processor.report.Severity.ERROR;
import static dev.millrace.processor.report.Severity.WARNING;

/** Which channels lack an end, or have two consumers that take from each other. */
public enum ConnectionProblem implements Problem {

  // Said by check.Connections.

  NO_CONSUMER(
      "NoConsumer",
      ERROR,
      "Nothing receives from \"{channel}\", so {sender} would wait for ever."
          + " Add a @Consumer(\"{channel}\") method."),
  NO_CONSUMER_TRIES(
      "NoConsumer",
      ERROR,
      "Nothing receives from \"{channel}\", so {sender} would never succeed."
          + " Add a @Consumer(\"{channel}\") method."),
  NO_CONSUMER_TO_WAIT_FOR(
      "NoConsumer",
      ERROR,
      "Nothing receives from \"{channel}\", so what {sender} sends would never arrive."
          + " Add a @Consumer(\"{channel}\") method."),
  NO_CONSUMER_TYPO(
      "NoConsumer",
      ERROR,
      "Nothing receives from \"{channel}\", so {sender} would wait for ever."
          + " Did you mean \"{other}\", which {receiver} receives from?"),
  NO_CONSUMER_PAIR(
      "NoConsumer",
      ERROR,
      "{sender} sends to \"{channel}\" and {receiver} receives from \"{other}\"."
          + " If they are the same channel, use one name."),
  NO_PRODUCER(
      "NoProducer",
      ERROR,
      "Nothing sends to \"{channel}\", so {receiver} would wait for ever."
          + " Add a @Producer(\"{channel}\") method."),
  NO_PRODUCER_TRIES(
      "NoProducer",
      ERROR,
      "Nothing sends to \"{channel}\", so {receiver} would never get a value."
          + " Add a @Producer(\"{channel}\") method."),
  NO_PRODUCER_TYPO(
      "NoProducer",
      ERROR,
      "Nothing sends to \"{channel}\", so {receiver} would wait for ever."
          + " Did you mean \"{other}\", which {sender} sends to?"),
  UNKNOWN_CASE(
      "UnknownCase",
      ERROR,
      "Nothing sends to \"{channel}\". Add a @Producer(\"{channel}\") method."),
  UNKNOWN_CASE_TYPO(
      "UnknownCase", ERROR, "Nothing sends to \"{channel}\". Did you mean \"{other}\"?"),

  // Said by check.Sharing.

  SHARED(
      "Shared",
      ERROR,
      "{stages} {both} consume \"{channel}\", so each value would reach only one of them."
          + " Add @Broadcast(\"{channel}\") if {both} need every value, or make them one stage with"
          + " @Workers."),
  ALSO_CONSUMED(
      "AlsoConsumed",
      WARNING,
      "{stage} and {port} both take from \"{channel}\", so each value reaches one of them only."
          + " Add @Broadcast(\"{channel}\") if both need every value, or remove one of the two.");

  private final Wording wording;

  ConnectionProblem(String code, Severity severity, String... lines) {
    this.wording = new Wording(code, severity, lines);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
