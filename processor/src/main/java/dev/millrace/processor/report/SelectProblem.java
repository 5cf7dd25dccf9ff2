package dev.millrace.processor.report;

import static dev.millrace.processor.report.Severity.ERROR;
import static dev.millrace.processor.report.Severity.WARNING;

/** What may be wrong with a select: its events, arms, handlers and guards. */
public enum SelectProblem implements Problem {

  // Said by check.Selects.

  SELECT_SHAPE(
      "SelectShape",
      ERROR,
      "{method} has no arms."
          + " Return a sealed interface whose records have @Case, or take handlers annotated with"
          + " @Case."),
  TWO_STYLES("TwoStyles", ERROR, "{method} has arms in {type} and in its parameters. Keep one."),
  SELECT_SHAPE_OF_STAGE(
      "SelectShape",
      ERROR,
      "{method} has no arms. Take a sealed interface whose records have @Case."),
  NOT_SEALED(
      "NotSealed",
      ERROR,
      "{method} {returns} {type}, which is not sealed, so its cases cannot be known."
          + " Write sealed interface {type}."),
  ARM_WITHOUT_CASE(
      "ArmWithoutCase",
      ERROR,
      "{method} can never {return} {arm}: it has no @Case. Annotate it or take it out of {type}."),
  DUPLICATE_CASE(
      "DuplicateCase", ERROR, "{first} and {second} both stand for \"{channel}\". Keep one."),
  ARM_SHAPE(
      "ArmShape",
      ERROR,
      "{arm} has {count} components. An arm has the value of \"{channel}\" as its only component,"
          + " or is that value's type itself."),
  ARM_UNBOUND(
      "ArmShape",
      ERROR,
      "Nothing says what {parameter} stands for in {arm}: {method} {returns} {event}, and {arm}"
          + " implements {implemented}. Let {arm} pass {parameter} on, or name a type instead."),
  ARM_UNFIT(
      "ArmShape",
      ERROR,
      "{method} can never {return} {arm}: it implements {implemented}, not {event}."
          + " Change its type arguments, or take it out of {type}."),
  ARM_NO_EVENT(
      "ArmShape",
      ERROR,
      "{method} can never {return} {arm}: it does not implement {event}."
          + " Write implements {event}, or take it out of permits."),
  ARM_NO_RECORD(
      "ArmShape", ERROR, "{arm} is not a record, so {method} could not create it. Make it one."),
  CLOSED_WITH_COMPONENTS(
      "ArmShape",
      ERROR,
      "{arm} tells the end of a channel, which has no value. Remove its components."),
  OTHERWISE_WITH_COMPONENTS(
      "ArmShape",
      ERROR,
      "{arm} says that no arm was ready, which has no value. Remove its components."),
  CLOSED_ALONE(
      "ClosedAlone",
      ERROR,
      "{arm} tells the end of \"{channel}\", but {method} has no arm for its values."
          + " Add a {kind} with @Case(\"{channel}\")."),
  NO_OTHERWISE(
      "NoOtherwise", ERROR, "{method} can time out, but {type} has no @Otherwise record for that."),
  OTHERWISE_SPINS(
      "OtherwiseSpins",
      WARNING,
      "{method} runs again and again, and @Otherwise means it never waits."
          + " Remove @Otherwise, or wait with after = \"...\", which names a method that returns a"
          + " Duration."),
  NO_OTHERWISE_HANDLER(
      "NoOtherwise", ERROR, "{method} can time out, but has no @Otherwise parameter for that."),
  TWO_OTHERWISE("TwoOtherwise", ERROR, "{first} and {second} are both @Otherwise. Keep one."),
  ARM_VISIBLE(
      "ArmVisible",
      ERROR,
      "{hidden} is {access}, so {generated} cannot create {arm}. Make {hidden} {visibility}."),
  SENDING_WITH_COMPONENTS(
      "ArmShape",
      ERROR,
      "{arm} says that a value was sent, which the caller has. Remove its components."),
  ONE_ARM(
      "OneArm", WARNING, "{method} waits for one channel only. Use @{annotation}(\"{channel}\")."),

  // Said by check.Handlers.

  HANDLER_SHAPE(
      "HandlerShape",
      ERROR,
      "{handler} must be a functional interface with one parameter of type {type} and no result."),
  HANDLER_WITHOUT_VALUE(
      "HandlerShape",
      ERROR,
      "{handler} must be a functional interface without parameters and result, as Runnable is."),
  HANDLER_THROWS(
      "HandlerThrows",
      ERROR,
      "{handler} may throw {exception}, but {method} does not. Add throws {exception} to"
          + " {method}."),

  // Said by check.Guards.

  UNKNOWN_GUARD(
      "UnknownGuard",
      ERROR,
      "{type} has no method {guard}() that could guard {arm}. Add one that returns boolean."),
  UNKNOWN_GUARD_TYPO(
      "UnknownGuard", ERROR, "{type} has no method {guard}(). Did you mean \"{other}\"?"),
  GUARD_SHAPE(
      "GuardShape",
      ERROR,
      "{method} cannot guard {arm}. A guard returns boolean, takes no parameters, declares no"
          + " checked exceptions and is neither static nor private."),
  AFTER_OF_PORT(
      "AfterShape",
      ERROR,
      "{arm} says how long to wait, but {method} is a port, whose caller says so."
          + " Remove after, and take a Duration to wait at most."),
  UNKNOWN_AFTER(
      "UnknownAfter",
      ERROR,
      "{type} has no method {name}() that could say how long {actor} waits."
          + " Add one that returns Duration."),
  UNKNOWN_AFTER_TYPO(
      "UnknownAfter", ERROR, "{type} has no method {name}(). Did you mean \"{other}\"?"),
  AFTER_SHAPE(
      "AfterShape",
      ERROR,
      "{method} cannot say how long {actor} waits. Such a method returns Duration, takes no"
          + " parameters, declares no checked exceptions and is neither static nor private."),

  // Said by check.Offers.

  SENDING_NOTHING(
      "SendWithoutValue",
      ERROR,
      "{arm} sends to \"{channel}\", but {method} takes no value for it."
          + " Add a parameter with @Producer(\"{channel}\")."),
  SENDING_IN_STAGE(
      "SendInStage",
      ERROR,
      "{arm} sends to \"{channel}\", but {method} has a body and is told what came."
          + " Put @Producer(\"{channel}\") on {method} and return the value."),
  OFFER_WITHOUT_ARM(
      "OfferWithoutArm",
      ERROR,
      "{method} takes a value for \"{channel}\", but has no arm that sends it."
          + " Add a record without components with @Producer(\"{channel}\")."),
  OFFER_TWICE(
      "OfferTwice",
      ERROR,
      "{method} takes two values for \"{channel}\", but sends one. Keep one parameter."),

  // Said by check.Shapes.

  SELECT_PARAMETERS(
      "SelectShape",
      ERROR,
      "{method} takes parameters. A @Select port takes none, or handlers with @Case, and a"
          + " Duration to wait at most."),

  // Said by check.Actors.

  SELECT_WITH_BODY(
      "SelectShape",
      ERROR,
      "{method} has a body, so it is called once per event. Take the event, and Senders that"
          + " name their channels, or remove the body.");

  private final Wording wording;

  SelectProblem(String code, Severity severity, String... lines) {
    this.wording = new Wording(code, severity, lines);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
