package dev.millrace.processor.write;

import com.palantir.javapoet.ClassName;
import dev.millrace.processor.model.RuntimeNames;

/** The types of the runtime that generated code mentions. */
final class RuntimeTypes {

  static final ClassName CALL = ClassName.get(RuntimeNames.GENERATED, "Call");
  static final ClassName CHANNEL = ClassName.get(RuntimeNames.API, "Channel");
  static final ClassName CHANNEL_INTERRUPTED =
      ClassName.get(RuntimeNames.API, "ChannelInterruptedException");
  static final ClassName OVERFLOW = ClassName.get(RuntimeNames.API, "Overflow");
  static final ClassName RECEIVER = ClassName.bestGuess(RuntimeNames.RECEIVER);
  static final ClassName RUNNING_TOPOLOGY = ClassName.bestGuess(RuntimeNames.RUNNING_TOPOLOGY);
  static final ClassName SENDER = ClassName.bestGuess(RuntimeNames.SENDER);
  static final ClassName SIGNAL = ClassName.bestGuess(RuntimeNames.SIGNAL);
  static final ClassName START_OPTIONS = ClassName.get(RuntimeNames.API, "StartOptions");
  static final ClassName TOPOLOGY_SNAPSHOT = ClassName.get(RuntimeNames.API, "TopologySnapshot");

  static final ClassName ACTOR_INPUTS = ClassName.get(RuntimeNames.GENERATED, "ActorInputs");
  static final ClassName MARKER = ClassName.bestGuess(RuntimeNames.MARKER);
  static final ClassName REQUEST_PORT = ClassName.get(RuntimeNames.GENERATED, "RequestPort");
  static final ClassName RESULTS = ClassName.get(RuntimeNames.GENERATED, "Results");
  static final ClassName SELECT_PORT = ClassName.get(RuntimeNames.GENERATED, "SelectPort");
  static final ClassName SELECTION = ClassName.get(RuntimeNames.GENERATED, "Selection");
  static final ClassName TURNSTILE = ClassName.get(RuntimeNames.GENERATED, "Turnstile");
  static final ClassName LANE = TURNSTILE.nestedClass("Lane");
  static final ClassName STAGE_WIRING = ClassName.get(RuntimeNames.GENERATED, "StageWiring");
  static final ClassName TOPOLOGY_RUN = ClassName.get(RuntimeNames.GENERATED, "TopologyRun");

  private RuntimeTypes() {}
}
