package dev.millrace.processor.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * One thing that the processor can say.
 *
 * <p>Each family of checks has its texts side by side in an enum of its own, so that they sound
 * alike, below the name of the check that says them. From a check to its texts lead its imports;
 * from a message leads the code in its brackets to the entry, and the name of the entry to the
 * check. Several entries share one code where the same fault needs other words.
 */
public sealed interface Problem
    permits TopologyProblem,
        MethodProblem,
        ShapeProblem,
        EndProblem,
        WorkerProblem,
        NameProblem,
        BufferProblem,
        CloseProblem,
        BroadcastProblem,
        SelectProblem,
        StrayProblem,
        RequestProblem,
        ConnectionProblem,
        TypeProblem,
        LivenessProblem,
        ProcessorProblem {

  /** What is said. */
  Wording wording();

  /** Whether a class with the right public methods could be compiled in spite of it. */
  default boolean leavesRoomForClass() {
    return true;
  }

  /** Everything that the processor can say. */
  static List<Problem> all() {
    return Stream.<Problem[]>of(
            TopologyProblem.values(),
            MethodProblem.values(),
            ShapeProblem.values(),
            EndProblem.values(),
            WorkerProblem.values(),
            NameProblem.values(),
            BufferProblem.values(),
            CloseProblem.values(),
            BroadcastProblem.values(),
            SelectProblem.values(),
            StrayProblem.values(),
            RequestProblem.values(),
            ConnectionProblem.values(),
            TypeProblem.values(),
            LivenessProblem.values(),
            ProcessorProblem.values())
        .flatMap(Arrays::stream)
        .toList();
  }
}
