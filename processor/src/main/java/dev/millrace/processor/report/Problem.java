package dev.millrace.processor.report;

import static dev.millrace.processor.report.Severity.ERROR;
import static dev.millrace.processor.report.Severity.WARNING;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Everything the processor has to say, side by side so that it sounds alike: <em>what is wrong, why
 * it matters, what to write instead</em>.
 *
 * <p>A name in braces is a hole. {@link Problems#report} fills the holes in the order in which
 * their names first appear; a name that appears again gets the same text again. Several entries
 * share one code where the same fault needs other words.
 */
public enum Problem {

  // Where and on what.

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
  PRIVATE_METHOD(
      "PrivateMethod",
      ERROR,
      "{method} is private, so the topology cannot call it. Remove private."),
  STATIC_METHOD(
      "StaticMethod",
      ERROR,
      "{method} is static, so it belongs to no topology. Make it a default method."),
  STATIC_METHOD_OF_CLASS(
      "StaticMethod", ERROR, "{method} is static, so it belongs to no topology. Remove static."),
  GENERIC_METHOD(
      "GenericMethod",
      ERROR,
      "{method} has a type parameter of its own, but a channel carries one type."
          + " Move <{parameter}> to {owner}, or name the type."),
  VAR_ARGS(
      "VarArgs",
      ERROR,
      "{method} would send an array."
          + " Take one {element}, or return a Stream<{element}> from a source."),
  VAR_ARGS_OF_STAGE(
      "VarArgs", ERROR, "{method} would take an array. Take one {element}, or write {element}[]."),
  UNIMPLEMENTED(
      "Unimplemented",
      ERROR,
      "{method} is abstract and has no channel annotation, so nothing can implement it."
          + " Annotate it or give it a body."),
  OBJECT_METHOD("ObjectMethod", ERROR, "{method} comes from Object and cannot be a port."),
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
  STAGE_NOT_FOUND(
      "StageNotFound",
      ERROR,
      "{type} has no method with @Consumer, @Producer or @Select."
          + " Annotate one or remove it from stages."),
  STAGE_HIDDEN(
      "StageHidden",
      ERROR,
      "{type} is not visible from package {package}."
          + " Make it and its stage methods at least package-private here."),
  STAGE_METHOD_HIDDEN(
      "StageHidden", ERROR, "{method} is not visible from package {package}. Make it public."),
  STAGES_TWICE(
      "StagesTwice",
      ERROR,
      "{type} is in stages twice, so each of its stages would run twice. Remove one."),
  STAGES_OF_NO_CLASS(
      "StageNotFound", ERROR, "{type} is no class, so it has no stages. Remove it from stages."),
  GENERIC_STAGES(
      "GenericStages",
      ERROR,
      "{type} has type parameters, and stages cannot say what they stand for."
          + " Name a class that extends {type} with type arguments."),
  HIDDEN_TYPE(
      "HiddenType",
      ERROR,
      "{method} mentions {type}, which {generated} could not see. Make {type} {visibility}."),
  INHERITED_CONFLICT_OF_CHANNELS(
      "InheritedConflict",
      ERROR,
      "{method} is inherited from {left} with channel \"{channel}\" and from {right} with channel"
          + " \"{other}\". Override {method} here and say which."),
  INHERITED_CONFLICT(
      "InheritedConflict",
      ERROR,
      "{method} is inherited from {left} and from {right} with different annotations."
          + " Override {method} here and say which."),
  OVERRIDE_LOST(
      "OverrideLost",
      WARNING,
      "{method} overrides a stage of {base} but has no annotation, so nothing runs it."
          + " Repeat {annotations}, or rename it."),
  RESERVED_NAME(
      "ReservedName", ERROR, "{method} would collide with {generated}.{method}. Rename it."),
  NAME_TAKEN("NameTaken", ERROR, "{generated} already exists. Rename it or {type}."),
  WORKERS_ON_PORT(
      "WorkersOnPort",
      ERROR,
      "@Workers is for stages; {method} runs in the caller's thread. Remove it."),
  NO_WORKERS(
      "NoWorkers",
      ERROR,
      "{method} has {workers} workers, so nothing would ever receive from \"{channel}\"."
          + " Use 1 or more."),
  NO_WORKERS_ON_SOURCE(
      "NoWorkers",
      ERROR,
      "{method} has {workers} workers, so nothing would ever send to \"{channel}\"."
          + " Remove @Workers."),
  FOLD_WORKERS(
      "FoldWorkers",
      ERROR,
      "{method} is called once for the whole channel, so {workers} workers would each see a part."
          + " Remove @Workers, or take one {type} at a time."),
  SOURCE_WORKERS(
      "FoldWorkers",
      ERROR,
      "{method} is a source, which is called once, so {workers} workers would each send everything."
          + " Remove @Workers."),

  PROCESS_WORKERS(
      "FoldWorkers",
      ERROR,
      "{method} is called once, so {workers} workers would share the ends of its channels."
          + " Remove @Workers."),
  ORDERED_SINK(
      "OrderedNothing",
      ERROR,
      "{method} sends nothing, so its workers have no order to keep."
          + " Remove ordered, or use 1 worker to handle one value after the other."),
  ORDERED_ONCE(
      "OrderedNothing",
      ERROR,
      "{method} is called once, so there is no order to keep. Remove @Workers."),
  ORDERED_SERVER(
      "OrderedNothing",
      ERROR,
      "{method} replies to each caller on its own, so there is no order to keep. Remove ordered."),
  ORDERED_ACTOR(
      "OrderedNothing",
      ERROR,
      "{method} waits for several channels, whose values have no order among each other."
          + " Remove ordered, and use 1 worker."),
  SELECT_WORKERS(
      "SelectWorkers",
      WARNING,
      "{method} with {workers} workers is called by several threads at once, so the fields of"
          + " {type} need a lock. Use 1 worker."),

  // Names.

  EMPTY_NAME("EmptyName", ERROR, "The channel has no name. Write @{annotation}(\"orders\")."),
  BROADCAST_OF_NOTHING(
      "EmptyName",
      ERROR,
      "@Broadcast names no channel. Write @Broadcast(\"orders\"), or remove it."),
  CLOSE_OF_NOTHING(
      "EmptyName", ERROR, "{method} names no channel to close. Write @Close(\"orders\")."),
  BAD_NAME(
      "BadName",
      ERROR,
      "\"{channel}\" is not a channel name."
          + " Use letters, digits, '-', '_' and '.', starting with a letter."),
  CASE_ONLY(
      "CaseOnly",
      ERROR,
      "\"{channel}\" and \"{other}\" differ only by case and would be two channels."
          + " Did you mean \"{other}\"?"),
  SAME_FIELD(
      "SameField",
      ERROR,
      "\"{channel}\" and \"{other}\" would be the same field in {generated}. Rename one."),
  UNUSED_BUFFER(
      "UnusedBuffer", WARNING, "No method uses channel \"{channel}\". Remove the @Buffer."),
  UNUSED_BUFFER_TYPO(
      "UnusedBuffer", WARNING, "No method uses channel \"{channel}\". Did you mean \"{other}\"?"),
  UNKNOWN_CLOSE(
      "UnknownClose",
      ERROR,
      "There is no channel \"{channel}\" to close. Name one that ports send to."),
  UNKNOWN_CLOSE_TYPO(
      "UnknownClose",
      ERROR,
      "There is no channel \"{channel}\" to close. Did you mean \"{other}\"?"),
  CLOSE_TWICE("CloseTwice", WARNING, "{method} closes \"{channel}\" twice. Remove one of the two."),
  UNKNOWN_BROADCAST(
      "UnknownBroadcast",
      ERROR,
      "There is no channel \"{channel}\" to broadcast. Name one that stages consume."),
  UNKNOWN_BROADCAST_TYPO(
      "UnknownBroadcast",
      ERROR,
      "There is no channel \"{channel}\" to broadcast. Did you mean \"{other}\"?"),
  STRAY_BROADCAST(
      "StrayBroadcast",
      ERROR,
      "@Broadcast of \"{channel}\" stands on {type}, which has no channels. Move it to"
          + " {topology}."),
  BROADCAST_TWICE(
      "BroadcastTwice", WARNING, "@Broadcast names \"{channel}\" twice. Remove one of the two."),

  // Connections.

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
          + " Add @Broadcast(\"{channel}\") if both need every value, or remove one of the two."),
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
          + " happens at once. Give \"{channel}\" a buffer."),
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
  NEVER_MEET(
      "NeverMeet",
      ERROR,
      "{sender} and {receiver} never wait, and \"{channel}\" has no buffer, so no value is ever"
          + " handed over. Give \"{channel}\" a buffer, or let one of the two wait."),
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
  DEAD_END(
      "DeadEnd",
      WARNING,
      "The values of \"{channel}\" are produced by {stage} and consumed by {consumer};"
          + " if nobody calls {receiver}, {stage} stops after {values} and {port} with it."),
  DEAD_END_OF_SOURCE(
      "DeadEnd",
      WARNING,
      "The values of \"{channel}\" are produced by {stage} and consumed by {consumer};"
          + " if nobody calls {receiver}, {stage} stops after {values}."),
  MISSING_CLOSE(
      "MissingClose",
      WARNING,
      "{fold} returns only when \"{channel}\" is closed,"
          + " but {port} can always send more \"{fed}\"."
          + " Add a method @Close(\"{fed}\") void finish()."),
  CLOSE_OF_STAGE(
      "CloseOfStage",
      ERROR,
      "\"{channel}\" is produced by {stage}, which closes it when it ends."
          + " Remove it from @Close."),
  CLOSE_OF_STAGE_INPUT(
      "CloseOfStage",
      ERROR,
      "\"{channel}\" is produced by {stage}, which closes it when it ends."
          + " Close \"{input}\" instead, which feeds {stage}."),

  // Types.

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
  RAW_VIEW("RawView", WARNING, "{end} has no type argument. Write {end}<{type}>."),
  VIEW_MISMATCH_OF_RECEIVED(
      "ViewMismatch",
      ERROR,
      "\"{channel}\" carries {carried}, so {method} returns Received<{carried}>,"
          + " not Received<{written}>. Write Received<? extends {written}>."),
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
  CARRIER_PAYLOAD_VOID(
      "CarrierPayload",
      ERROR,
      "{type} cannot be sent through a channel, because its only value is null."
          + " Send nothing to make the channel a signal."),
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
          + " Give {sender} a parameter, or use another channel."),
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
  GENERATED_IN_SIGNATURE(
      "GeneratedInSignature",
      ERROR,
      "{method} mentions {generated}, which is generated from this very interface."
          + " Use {type} here; {generated} may be used inside bodies."),
  UNKNOWN_TYPE(
      "UnknownType",
      ERROR,
      "{type} was left out, because it refers to {missing}, which does not exist."
          + " If another processor should generate {missing}, look for its errors first."),

  // Shapes, exceptions, sizes.

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
  REQUEST_IN_STAGES(
      "RequestShape",
      ERROR,
      "{method} is a port, but {type} is one of the stages, which are not implemented for you."
          + " Move it to {topology}."),
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
  UNBOUND(
      "Unbound",
      ERROR,
      "{method} has {ends} and {count} {annotation}."
          + " Annotate each parameter with its channel."),
  UNBOUND_PAIR(
      "Unbound",
      ERROR,
      "{method} takes a Receiver and a Sender, but its annotations stand on the method."
          + " Annotate each parameter with its channel."),
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
  ACTOR_PARAMETER(
      "EndShape",
      ERROR,
      "{parameter} sends to \"{channel}\", but is {a type}. Take a Sender<{boxed}>."),
  RECEIVER_OF_ACTOR(
      "EndShape",
      ERROR,
      "{parameter} of {method} receives, but what an actor receives comes as its event."
          + " Add a record with @Case to the event's type."),
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
  RESULT_AND_END(
      "DuplicateEnd",
      ERROR,
      "{method} returns what is sent to \"{channel}\", and {parameter} sends to it as well."
          + " Keep one."),
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
  SOURCE_RESULT(
      "StageShape",
      ERROR,
      "{method} returns {type}, but a source that takes a Sender sends by itself. Return void."),
  CANNOT_THROW(
      "CannotThrow",
      ERROR,
      "{method} declares {exception}, which {action} never throws. Remove it."),
  TIMEOUT_UNDECLARED(
      "TimeoutUndeclared", ERROR, "{method} can time out. Add throws TimeoutException."),
  SERVER_THROWS(
      "ServerThrows",
      ERROR,
      "{server} may throw {exception}, but {ask} does not. Add throws {exception} to {ask}."),
  NEVER_WAITS(
      "NeverWaits", WARNING, "{method} declares InterruptedException but never waits. Remove it."),
  BAD_SIZE("BadSize", ERROR, "Buffer of \"{channel}\" is {size}. Use 0 (no buffer) or more."),
  STRAY_BUFFER(
      "StrayBuffer",
      ERROR,
      "@Buffer of \"{channel}\" stands on {type}, which has no channels. Move it to {topology}."),
  SIZE_CONFLICT(
      "SizeConflict",
      ERROR,
      "\"{channel}\" has a buffer of {size} here and of {other} in {type}. Keep one."),
  HUGE_BUFFER(
      "HugeBuffer",
      WARNING,
      "{size} values of \"{channel}\" may need more memory than the program has."),
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

  OVERFLOW_WITHOUT_BUFFER(
      "OverflowSize",
      ERROR,
      "\"{channel}\" has no buffer, so {overflow} has nothing to drop from."
          + " Use a size of 1 or more, or remove overflow to let senders wait."),
  OVERFLOW_OF_LATEST(
      "OverflowSize",
      ERROR,
      "LATEST keeps one value of \"{channel}\", so its size cannot be {size}."
          + " Use 1, or DROP_OLDEST to keep more than the latest."),
  OVERFLOW_OF_UNLIMITED(
      "OverflowSize",
      WARNING,
      "\"{channel}\" has room for everything, so {overflow} never drops a value."
          + " Use a size that bounds it, or remove overflow."),

  // Select.

  SELECT_SHAPE(
      "SelectShape",
      ERROR,
      "{method} has no arms."
          + " Return a sealed interface whose records have @Case, or take handlers annotated with"
          + " @Case."),
  TWO_STYLES("TwoStyles", ERROR, "{method} has arms in {type} and in its parameters. Keep one."),
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
  STRAY_CASE(
      "StrayCase", ERROR, "{parameter} is an arm, but {method} is no @Select port. Remove it."),
  STRAY_ARM(
      "StrayCase",
      WARNING,
      "{type} has {annotation}, but no @Select method has it among its events."
          + " Let the event type permit it, or remove {annotation}."),
  STRAY_ARM_OF_EVENT(
      "StrayCase",
      ERROR,
      "{type} has {annotation}, but is sealed: its own records are the arms."
          + " Move {annotation} to one of them."),
  STRAY_WHEN(
      "StrayWhen",
      ERROR,
      "{element} has when, but is no arm of a select, so nobody would ask."
          + " Remove when; an arm that sends is a record with @Producer."),
  SELECT_PARAMETERS(
      "SelectShape",
      ERROR,
      "{method} takes parameters. A @Select port takes none, or handlers with @Case, and a"
          + " Duration to wait at most."),
  SELECT_WITH_BODY(
      "SelectShape",
      ERROR,
      "{method} has a body, so it is called once per event. Take the event, and Senders that"
          + " name their channels, or remove the body."),
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
  UNKNOWN_CASE(
      "UnknownCase",
      ERROR,
      "Nothing sends to \"{channel}\". Add a @Producer(\"{channel}\") method."),
  UNKNOWN_CASE_TYPO(
      "UnknownCase", ERROR, "Nothing sends to \"{channel}\". Did you mean \"{other}\"?"),
  DUPLICATE_CASE(
      "DuplicateCase", ERROR, "{first} and {second} both stand for \"{channel}\". Keep one."),
  ARM_TYPE("ArmType", ERROR, "\"{channel}\" carries {carried}, but {arm} takes {taken}."),
  ARM_SHAPE(
      "ArmShape",
      ERROR,
      "{arm} has {count} components. An arm has the value of \"{channel}\" as its only component,"
          + " or is that value's type itself."),
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
  ARM_VISIBLE("ArmVisible", ERROR, "{arm} is private, so {generated} cannot create it."),
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
  SENDING_WITH_COMPONENTS(
      "ArmShape",
      ERROR,
      "{arm} says that a value was sent, which the caller has. Remove its components."),
  OFFER_WITHOUT_ARM(
      "OfferWithoutArm",
      ERROR,
      "{method} takes a value for \"{channel}\", but has no arm that sends it."
          + " Add a record without components with @Producer(\"{channel}\")."),
  OFFER_TWICE(
      "OfferTwice",
      ERROR,
      "{method} takes two values for \"{channel}\", but sends one. Keep one parameter."),
  ONE_ARM(
      "OneArm", WARNING, "{method} waits for one channel only. Use @{annotation}(\"{channel}\")."),

  // The processor itself.

  BAD_OPTION(
      "BadOption",
      WARNING,
      "-A{option}={value} means nothing. Write -A{option}={known}, or leave it out."),
  UNKNOWN_CODE("UnknownCode", WARNING, "There is no warning \"{code}\" to suppress. Remove it."),
  UNKNOWN_CODE_TYPO(
      "UnknownCode",
      WARNING,
      "There is no warning \"{code}\" to suppress. Did you mean \"{other}\"?"),
  SUPPRESSED_ERROR(
      "UnknownCode", WARNING, "{code} is an error, which nothing can suppress. Remove it."),

  COULD_NOT_WRITE("CouldNotWrite", ERROR, "Could not write {generated}: {message}."),
  INTERNAL(
      "Internal",
      ERROR,
      "The topology processor failed on {type} ({failure})."
          + " Please report it; -Amillrace.trace=true prints the whole trace.");

  private static final Pattern HOLE = Pattern.compile("\\{([aA] )?(\\w+)}");

  private final String code;
  private final Severity severity;
  private final String text;

  Problem(String code, Severity severity, String... lines) {
    this.code = code;
    this.severity = severity;
    this.text = String.join("\n  ", lines);
  }

  /** The code in brackets, by which a reader looks it up and suppresses it. */
  public String code() {
    return code;
  }

  /** Whether the topology can run in spite of it. */
  public Severity severity() {
    return severity;
  }

  /**
   * The whole message.
   *
   * @param details the texts for the holes, in the order in which their names first appear
   * @throws IllegalArgumentException if there are more or fewer of them than holes
   */
  String message(String... details) {
    Map<String, String> filled = new LinkedHashMap<>();
    Matcher hole = HOLE.matcher(text);
    StringBuilder message = new StringBuilder("[").append(code).append("] ");
    while (hole.find()) {
      String name = hole.group(2);
      if (!filled.containsKey(name)) {
        if (filled.size() == details.length) {
          throw new IllegalArgumentException(this + " has nothing to say for {" + name + "}.");
        }
        filled.put(name, details[filled.size()]);
      }
      String detail = article(hole.group(1), filled.get(name)) + filled.get(name);
      hole.appendReplacement(message, Matcher.quoteReplacement(detail));
    }
    if (filled.size() < details.length) {
      throw new IllegalArgumentException(this + " has no hole for " + details[filled.size()] + ".");
    }
    return hole.appendTail(message).toString();
  }

  /** Whether a class with the right public methods could be compiled in spite of it. */
  boolean leavesRoomForClass() {
    return switch (this) {
      case NOT_AN_INTERFACE,
          HIDDEN_INTERFACE,
          SEALED_INTERFACE,
          TOO_MANY_STAGE_CLASSES,
          RESERVED_NAME,
          NAME_TAKEN,
          HIDDEN_TYPE,
          STAGE_HIDDEN ->
          false;
      default -> true;
    };
  }

  /** The text with its holes. */
  String text() {
    return text;
  }

  /** "an " before a vowel, as most people would say it. */
  private static String article(@Nullable String wanted, String noun) {
    if (wanted == null) {
      return "";
    }
    boolean vowel = !noun.isEmpty() && "AEIOaeio".indexOf(noun.charAt(0)) >= 0;
    return vowel ? wanted.strip() + "n " : wanted;
  }
}
