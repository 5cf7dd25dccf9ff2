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
   * With so many, no method but the constructor grows beyond 64 KB; an arm for the end of a channel
   * counts as one of its ends. A pipeline may have 1,049 stages. Most topologies with as many fit
   * into a class file.
   */
  private static final int MOST_ENDS = 2_100;

  /** The first of 65,535 has no number. */
  private static final int MOST_CONSTANTS = 65_534;

  private static final int MOST_BYTES = 65_535;

  /** Of 255 parameters, the constructor needs one for itself and one for the options. */
  private static final int MOST_STAGE_CLASSES = 253;

  private Sizes() {}

  static void check(Inspection inspection) {
    Topology topology = inspection.topology();
    Site site = Site.of(topology.element());
    int ends = endsOf(topology);
    int most = mostEnds(topology);
    if (ends > most) {
      inspection.report(TOO_MANY_ENDS, site, topology.element(), ends, most);
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

  private static int endsOf(Topology topology) {
    return topology.channels().stream()
            .mapToInt(channel -> channel.puts().size() + channel.takes().size())
            .sum()
        + topology.selects().stream().mapToInt(Sizes::arms).sum();
  }

  private static int arms(Select select) {
    return (int) select.arms().stream().filter(Arm.AtEnd.class::isInstance).count();
  }

  /** For how many ends there is room if they are of the kinds that the topology has. */
  private static int mostEnds(Topology topology) {
    return Math.min(
        MOST_ENDS,
        Math.min(
            most(endsOf(topology), ConstantPool.entriesOf(topology), MOST_CONSTANTS),
            most(endsOf(topology), ConstructorCode.bytesOf(topology), MOST_BYTES)));
  }

  /** How many ends take all the room, if so many take a part of it. */
  static int most(int ends, int taken, int room) {
    return (int) ((long) ends * room / taken);
  }
}
