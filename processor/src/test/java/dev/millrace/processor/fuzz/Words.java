package dev.millrace.processor.fuzz;

import java.util.List;

/** Names that are ordinary, and names that ask for trouble. */
final class Words {

  /** Names of channels that are legal and different as fields. */
  static final List<String> CHANNELS =
      List.of(
          "orders",
          "my-jobs",
          "a.b.c",
          "class",
          "run",
          "int",
          "null",
          "true",
          "yield",
          "record",
          "x_y",
          "Zoë",
          "заказы",
          "options",
          "topology",
          "selection",
          "value",
          "jobs-2",
          "results",
          "each",
          "interrupted",
          "this",
          "super",
          "Object",
          "String",
          "ordersFromPorts",
          "ordersToPorts",
          "nextArms",
          "item",
          "thread",
          "start",
          "close",
          "sender",
          "p-",
          "q..r",
          "URL-reader",
          "var",
          "sealed",
          "signal",
          "ordersToWork",
          "workers",
          "runWork",
          "lane");

  /** Names that no channel may have, or that are easily confused with one of the others. */
  static final List<String> BAD_CHANNELS =
      List.of(
          "", " ", "9lives", "$bad", "_", "my orders", "Orders", "myJobs", "a-b-c", "\\n", "\\\"");

  static final List<String> METHODS =
      List.of(
          "put",
          "work",
          "next",
          "run",
          "yield",
          "record",
          "_x",
          "channels",
          "options",
          "select",
          "selection",
          "interrupted",
          "value",
          "results",
          "result",
          "each",
          "topology",
          "sealed",
          "permits",
          "when",
          "var",
          "module",
          "with",
          "$",
          "a$b",
          "größe",
          "λ",
          "x1",
          "toJob",
          "didNotCompile",
          "accept",
          "orders",
          "ordersFromPorts",
          "runWork",
          "runRun",
          "main",
          "send",
          "receive",
          "trySend",
          "item",
          "of",
          "empty",
          "iterator",
          "requireNonNull",
          "interrupt",
          "currentThread",
          "thing",
          "work2",
          "nextArms",
          "valueOf",
          "arm",
          "lane",
          "enter",
          "awaitTurn");

  /** Names of methods that the generated class, or every object, has itself. */
  static final List<String> TAKEN_METHODS =
      List.of("start", "stop", "join", "close", "cancel", "discarded", "snapshot", "toString");

  static final List<String> TYPES =
      List.of(
          "Job",
          "Channel",
          "Sender",
          "Receiver",
          "Signal",
          "Selection",
          "Optional",
          "Iterator",
          "Stream",
          "Map",
          "Objects",
          "Run",
          "Thread",
          "Long",
          "StageWiring",
          "TopologyRun",
          "SelectPort",
          "Turnstile",
          "Handler",
          "Received",
          "Duration",
          "StartOptions",
          "RunningTopology",
          "TopologySnapshot",
          "MillraceGenerated",
          "Generated",
          "Value",
          "Result",
          "String",
          "Object",
          "Override",
          "InterruptedException",
          "Integer",
          "SuppressWarnings",
          "AssertionError",
          "ChannelInterruptedException",
          "Große",
          "_T",
          "$");

  static final List<String> TOPOLOGIES =
      List.of(
          "Board",
          "Topology",
          "Yield",
          "Channel",
          "Sender",
          "Run",
          "RunningTopology",
          "Record",
          "Optional",
          "Board_",
          "_Board",
          "$Board",
          "Iterator",
          "String",
          "Object",
          "Thread",
          "Override",
          "StartOptions",
          "Börse",
          "X");

  static final List<String> TYPE_VARIABLES =
      List.of("T", "E", "Channel", "Sender", "String", "Override", "InterruptedException", "run");

  private Words() {}
}
