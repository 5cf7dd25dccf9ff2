package dev.millrace.processor.report;

import static dev.millrace.processor.report.Severity.ERROR;
import static dev.millrace.processor.report.Severity.WARNING;

/** What may be wrong between a request and the server that replies to it. */
public enum RequestProblem implements Problem {

  // Said by check.Requests.

  SERVER_MISSING(
      "ServerMissing",
      ERROR,
      "{ask} sends requests to \"{channel}\", but no stage answers them."
          + " Add @Consumer(\"{channel}\") default {reply} answer({question} {name})."),
  SERVER_TWICE(
      "ServerTwice",
      ERROR,
      "{stages} {both} answer \"{channel}\"; a request has one reply."
          + " Keep one (with @Workers for more)."),
  REQUEST_MIXED(
      "RequestMixed",
      ERROR,
      "\"{channel}\" has both @Request {ask} and @{annotation} {other}."
          + " Requests carry a reply; use a channel of their own."),
  REQUEST_DROPS(
      "RequestDrops",
      ERROR,
      "\"{channel}\" would drop requests, and their callers would wait for ever."
          + " Remove overflow = {overflow}."),
  REQUEST_BUFFER(
      "RequestBuffer",
      WARNING,
      "Callers of {ask} wait for their reply anyway;"
          + " a buffer for \"{channel}\" only lets requests queue up."),
  REPLY_MISMATCH("ReplyMismatch", ERROR, "{ask} expects {reply}, but {server} returns {returned}."),
  REPLY_NOT_EXPECTED(
      "ReplyMismatch",
      ERROR,
      "{ask} expects no reply, but {server} returns {returned}."
          + " Return {returned} from {ask}, or void from both."),
  REPLY_OF_NOTHING(
      "ReplyMismatch",
      ERROR,
      "{ask} expects {reply}, but {server} returns nothing."
          + " Return {reply} from {server}, or void from both."),
  REPLY_OF_NULL(
      "ReplyMismatch",
      ERROR,
      "{server} returns {returned}, whose only value is null, and null is no reply."
          + " Return void from {server} and from the requests of \"{channel}\"."),

  // Said by check.ServerExceptions.

  TIMEOUT_UNDECLARED(
      "TimeoutUndeclared", ERROR, "{method} can time out. Add throws TimeoutException."),
  SERVER_THROWS(
      "ServerThrows",
      ERROR,
      "{server} may throw {exception}, but {ask} does not. Add throws {exception} to {ask}.");

  private final Wording wording;

  RequestProblem(String code, Severity severity, String... lines) {
    this.wording = new Wording(code, severity, lines);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
