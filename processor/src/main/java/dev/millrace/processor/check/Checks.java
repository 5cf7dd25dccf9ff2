package dev.millrace.processor.check;

import dev.millrace.processor.model.Topology;
import dev.millrace.processor.report.Problems;
import java.util.List;
import java.util.function.Consumer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ElementKind;

/** Everything that must hold for a topology that can run. */
public final class Checks {

  /**
   * One per family. None needs another to have passed; but names come before connections and these
   * before types, because what is known to be misspelt is not compared again.
   */
  private static final List<Consumer<Inspection>> FAMILIES =
      List.of(
          Declarations::check,
          Sizes::check,
          StageClasses::check,
          HiddenTypes::check,
          Methods::check,
          RunningMethods::check,
          Shapes::check,
          Processes::check,
          Actors::check,
          Exceptions::check,
          WorkerCounts::check,
          Names::check,
          Buffers::check,
          Closings::check,
          Broadcasts::check,
          Selects::check,
          Strays::check,
          Requests::check,
          Connections::check,
          Sharing::check,
          Meetings::check,
          PayloadTypes::check,
          Views::check,
          Loops::check,
          Endings::check,
          DeadEnds::check);

  private Checks() {}

  /** Reports all faults of a topology. */
  public static void run(Topology topology, ProcessingEnvironment environment, Problems problems) {
    Inspection inspection = new Inspection(topology, environment, problems);
    if (topology.element().getKind() == ElementKind.INTERFACE) {
      FAMILIES.forEach(family -> family.accept(inspection));
    } else {
      // What its methods mean is only known when it is an interface, or a class of stages.
      Declarations.check(inspection);
    }
  }
}
