package dev.millrace.processor.check;

import static dev.millrace.processor.report.TopologyProblem.TOO_MANY_ENDS;
import static dev.millrace.processor.report.TopologyProblem.TOO_MANY_STAGE_CLASSES;

import dev.millrace.processor.model.Arm;
import dev.millrace.processor.model.Select;
import dev.millrace.processor.model.Site;
import dev.millrace.processor.model.Topology;

/** Whether the generated class stays within the limits of a class file (JVMS 4.11). */
final class Sizes {

  /**
   * There are 65,535 entries in a constant pool, 31 for each end: most methods take 15 to 27, and
   * an arm for the end of a channel counts as one of its ends. Nor does any method grow beyond 64
   * KB then. A pipeline may have 1,049 stages. (Some 1,970 actors of one broadcast channel, each
   * with events, a guard and a patience of its own, which take 33, are too many; only javac says
   * so.)
   */
  private static final int MOST_ENDS = 2_100;

  /** Of 255 parameters, the constructor needs one for itself and one for the options. */
  private static final int MOST_STAGE_CLASSES = 253;

  private Sizes() {}

  static void check(Inspection inspection) {
    Topology topology = inspection.topology();
    Site site = Site.of(topology.element());
    int ends =
        topology.channels().stream()
                .mapToInt(channel -> channel.puts().size() + channel.takes().size())
                .sum()
            + topology.selects().stream().mapToInt(Sizes::arms).sum();
    if (ends > MOST_ENDS) {
      inspection.report(TOO_MANY_ENDS, site, topology.element(), ends, MOST_ENDS);
    }
    int classes = topology.stageClasses().size();
    if (classes > MOST_STAGE_CLASSES) {
      inspection.report(
          TOO_MANY_STAGE_CLASSES,
          site,
          topology.element(),
          classes,
          inspection.generatedName(),
          MOST_STAGE_CLASSES);
    }
  }

  private static int arms(Select select) {
    return (int) select.arms().stream().filter(Arm.AtEnd.class::isInstance).count();
  }
}
