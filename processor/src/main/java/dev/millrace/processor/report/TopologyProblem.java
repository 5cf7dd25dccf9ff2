package dev.millrace.processor.report;

import static dev.millrace.processor.report.Severity.ERROR;
import static dev.millrace.processor.report.Severity.WARNING;

/** What may be wrong with a topology as a whole, or with the class that is generated for it. */
public enum TopologyProblem implements Problem {

  // Said by check.Declarations.

  NOT_AN_INTERFACE(
      "NotAnInterface",
      ERROR,
      "{type} is {kind}, so its abstract methods cannot be implemented here."
          + " Make it an interface, or name it in @Topology(stages = {type}.class) of one."),
  HIDDEN_INTERFACE(
      "HiddenInterface",
      ERROR,
      "{hidden} is private, so {generated} could not implement {type}."
          + " Make it package-private or public."),
  SEALED_INTERFACE(
      "SealedInterface", ERROR, "{type} is sealed and does not permit {generated}. Remove sealed."),
  NAME_TAKEN("NameTaken", ERROR, "{generated} already exists. Rename it or {type}."),
  NAME_TAKEN_BY_BOTH(
      "NameTaken", ERROR, "{one} and {other} would both get {generated}. Rename one of the two."),
  EMPTY_TOPOLOGY(
      "EmptyTopology",
      WARNING,
      "{type} has neither ports nor stages, so there is nothing to run."
          + " Annotate a method with @Producer, @Consumer or @Select, or remove @Topology."),

  // Said by check.Sizes.

  TOO_MANY_ENDS(
      "TooLarge",
      ERROR,
      "The methods of {type} have {count} ends of channels, but a class file has room for {most}."
          + " Make several topologies of it, and hand values on between their ports."),
  TOO_MANY_STAGE_CLASSES(
      "TooLarge",
      ERROR,
      "{type} has {count} stage classes, but {generated}.start() can take {most} parameters."
          + " Join some of the classes."),

  // Said by check.StageClasses.

  STAGE_NOT_FOUND(
      "StageNotFound",
      ERROR,
      "{type} has no method with @Consumer, @Producer or @Select."
          + " Annotate one or remove it from stages."),
  STAGE_HIDDEN(
      "StageHidden", ERROR, "{type} is not visible from {package}. Make {hidden} {visibility}."),
  STAGE_METHOD_HIDDEN(
      "StageHidden", ERROR, "{method} is not visible from {package}. Make it public."),
  STAGES_TWICE(
      "StagesTwice",
      ERROR,
      "{type} is in stages twice, so each of its stages would run twice. Remove one."),
  STAGES_OF_ITSELF(
      "StagesTwice",
      ERROR,
      "{type} is in its own stages, so each of its stages would run twice. Remove it from stages."),
  GENERIC_STAGES(
      "GenericStages",
      ERROR,
      "{type} has type parameters, and stages cannot say what they stand for."
          + " Name a class that extends {type} with type arguments."),

  // Said by check.HiddenTypes.

  HIDDEN_TYPE(
      "HiddenType",
      ERROR,
      "{method} mentions {type}, which {generated} could not see. Make {hidden} {visibility}."),

  // Said by check.RunningMethods.

  RESERVED_NAME(
      "ReservedName", ERROR, "{method} would collide with {generated}.{method}. Rename it.");

  private final Wording wording;

  TopologyProblem(String code, Severity severity, String... lines) {
    this.wording = new Wording(code, severity, lines);
  }

  @Override
  public Wording wording() {
    return wording;
  }

  @Override
  public boolean leavesRoomForClass() {
    return switch (this) {
      case NOT_AN_INTERFACE,
          HIDDEN_INTERFACE,
          SEALED_INTERFACE,
          TOO_MANY_STAGE_CLASSES,
          RESERVED_NAME,
          NAME_TAKEN,
          NAME_TAKEN_BY_BOTH,
          HIDDEN_TYPE,
          STAGE_HIDDEN ->
          false;
      default -> true;
    };
  }
}
