package dev.millrace.processor.report;

import static dev.millrace.processor.report.Severity.ERROR;
import static dev.millrace.processor.report.Severity.WARNING;

/** What may be wrong with what a channel carries. */
public enum TypeProblem implements Problem {

  // Said by check.TypeMismatch.

  TYPE_MISMATCH(
      "TypeMismatch",
      ERROR,
      "Channel \"{channel}\" cannot carry both {put} and {taken}.",
      "{sender} sends {put}.",
      "{receiver} takes {taken}, and {put} is not {a taken}.",
      "Change {receiver} to take {put}, or give {taken} a channel of its own."),
  TYPE_MISMATCH_OF_RECEIVERS(
      "TypeMismatch",
      ERROR,
      "Channel \"{channel}\" cannot carry both {taken} and {other}.",
      "{receiver} takes {taken}.",
      "{second} takes {other}, and neither is a kind of the other.",
      "Take the same type in both, or give {other} a channel of its own."),
  NUMBER_MISMATCH(
      "TypeMismatch",
      ERROR,
      "Channel \"{channel}\" is sent {put} by {sender} but {receiver} takes {taken}."
          + " Channels do not widen numbers. Use {wider} in both."),
  ELEMENTS_OR_LIST(
      "TypeMismatch",
      ERROR,
      "{sender} sends {put} to \"{channel}\", but {receiver} takes {taken}."
          + " Return Stream<{taken}> to send the values one by one."),
  GENERIC_MISMATCH(
      "TypeMismatch",
      ERROR,
      "Channel \"{channel}\" is sent {put} but {receiver} takes {taken}."
          + " {A put} is not {a taken}, even if its elements fit. Take {put}, or send {taken}."),
  VIEW_MISMATCH_OF_SENDER(
      "ViewMismatch",
      ERROR,
      "\"{channel}\" carries {carried}, so its send end is Sender<{carried}>, not"
          + " Sender<{written}>. Write Sender<? super {written}>."),
  VIEW_MISMATCH_OF_RECEIVER(
      "ViewMismatch",
      ERROR,
      "\"{channel}\" carries {carried}, so its receive end is Receiver<{carried}>,"
          + " not Receiver<{written}>. Write Receiver<? extends {written}>."),
  VIEW_MISMATCH_OF_RECEIVED(
      "ViewMismatch",
      ERROR,
      "\"{channel}\" carries {carried}, so {method} returns Received<{carried}>,"
          + " not Received<{written}>. Write Received<? extends {written}>."),
  ARM_TYPE("ArmType", ERROR, "\"{channel}\" carries {carried}, but {arm} takes {taken}."),

  // Said by check.Views.

  RAW_VIEW("RawView", WARNING, "{end} has no type argument. Write {end}<{type}>."),

  // Said by check.Carriers.

  CARRIER_PAYLOAD(
      "CarrierPayload",
      ERROR,
      "{type} cannot be sent through a channel, because a receiver could not tell {type} from the"
          + " way a channel hands over its values. Send {payload}, or wrap it in a record."),
  CARRIER_PAYLOAD_OPTIONAL(
      "CarrierPayload",
      ERROR,
      "{type} cannot be sent through a channel, because a receiver could not tell \"none\" from"
          + " \"closed\". Send {payload}, or wrap it in a record."),
  CARRIER_PAYLOAD_LOOKALIKE(
      "CarrierPayload",
      ERROR,
      "{type} cannot be sent through a channel, which hands over values in {a carrier} and in"
          + " nothing that is like one. Write {carrier}<{payload}>, or wrap it in a record."),
  CARRIER_PAYLOAD_LOOKALIKE_VALUE(
      "CarrierPayload",
      ERROR,
      "{type} cannot be sent through a channel, which hands over values in {a carrier} and in"
          + " nothing that is like one. Send {payload}, or wrap it in a record."),
  CARRIER_PAYLOAD_VOID(
      "CarrierPayload",
      ERROR,
      "{type} cannot be sent through a channel, because its only value is null."
          + " Send nothing to make the channel a signal."),

  // Said by check.PayloadTypes.

  SIGNAL_MISMATCH(
      "SignalMismatch",
      ERROR,
      "{sender} sends no value, but {receiver} takes {taken} from \"{channel}\"."
          + " Give {sender} a parameter, or let {receiver} take no value."),
  SIGNAL_EXPECTED(
      "SignalMismatch",
      ERROR,
      "{sender} sends {put} to \"{channel}\", but {receiver} takes no value."
          + " Remove the parameter of {sender}, or let {receiver} take {put}."),
  SIGNAL_OF_SENDERS(
      "SignalMismatch",
      ERROR,
      "{sender} sends no value to \"{channel}\", but {second} sends {put}."
          + " Give {sender} a parameter, or use another channel.");

  private final Wording wording;

  TypeProblem(String code, Severity severity, String... lines) {
    this.wording = new Wording(code, severity, lines);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
