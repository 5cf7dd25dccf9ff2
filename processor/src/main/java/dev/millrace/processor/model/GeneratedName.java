package dev.millrace.processor.model;

import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** What the class is called that is generated for a topology. */
public final class GeneratedName {

  /** What follows the name of the topology. */
  public static final String SUFFIX = "Topology";

  private GeneratedName() {}

  /** The simple name; a nested interface's holds the names around it: {@code A_JobsTopology}. */
  public static String of(TypeElement topology) {
    StringBuilder name = new StringBuilder(topology.getSimpleName()).append(SUFFIX);
    Element outer = topology.getEnclosingElement();
    for (; outer instanceof TypeElement; outer = outer.getEnclosingElement()) {
      name.insert(0, "_").insert(0, outer.getSimpleName());
    }
    return name.toString();
  }
}
