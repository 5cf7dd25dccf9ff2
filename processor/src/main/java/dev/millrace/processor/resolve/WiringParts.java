package dev.millrace.processor.resolve;

import dev.millrace.processor.model.Stage;
import dev.millrace.processor.model.Topology;
import java.util.ArrayList;
import java.util.List;

/**
 * Which stages are wired by one method: all by the constructor, unless there are so many that a
 * method, which holds no more than 64 KB, could be too small for them.
 */
public final class WiringParts {

  private static final int STAGES_AT_ONCE = 200;

  private WiringParts() {}

  /** Whether methods of their own wire the stages, and not the constructor. */
  public static boolean areMethods(Topology topology) {
    return topology.stages().size() > STAGES_AT_ONCE;
  }

  /** The stages in lists, one for each method. */
  public static List<List<Stage>> of(Topology topology) {
    List<List<Stage>> parts = new ArrayList<>();
    List<Stage> all = topology.stages();
    for (int from = 0; from < all.size(); from += STAGES_AT_ONCE) {
      parts.add(all.subList(from, Math.min(from + STAGES_AT_ONCE, all.size())));
    }
    return parts;
  }
}
