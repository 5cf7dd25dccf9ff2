package dev.millrace.processor.check;

import dev.millrace.processor.model.Channel;
import dev.millrace.processor.model.GeneratedName;
import dev.millrace.processor.model.Site;
import dev.millrace.processor.model.Topology;
import dev.millrace.processor.report.DidYouMean;
import dev.millrace.processor.report.Problem;
import dev.millrace.processor.report.Problems;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** One topology under inspection: what every check looks at, and what was told already. */
final class Inspection {

  private final Topology topology;
  private final ProcessingEnvironment environment;
  private final Problems problems;
  private final Set<String> explained = new HashSet<>();

  Inspection(Topology topology, ProcessingEnvironment environment, Problems problems) {
    this.topology = topology;
    this.environment = environment;
    this.problems = problems;
  }

  Topology topology() {
    return topology;
  }

  Types types() {
    return environment.getTypeUtils();
  }

  Elements elements() {
    return environment.getElementUtils();
  }

  /** The type that a channel carries for it. */
  TypeMirror boxed(TypeMirror type) {
    return type.getKind().isPrimitive()
        ? types().boxedClass(types().getPrimitiveType(type.getKind())).asType()
        : type;
  }

  void report(Problem problem, Site site, Object... details) {
    problems.report(problem, site, details);
  }

  /**
   * Reports a name that nothing has: with the one that was probably meant, if {@code known} has one
   * so near, or without.
   */
  void reportUnknown(
      String name, Site site, Collection<String> known, Problem typo, Problem unknown) {
    DidYouMean.nearest(name, known)
        .ifPresentOrElse(
            meant -> report(typo, site, name, meant), () -> report(unknown, site, name));
  }

  /** Whether the element belongs to what is being compiled, and not to a class file. */
  boolean isInSource(Element element) {
    return problems.isInSource(element);
  }

  /** What the user gave as {@code -Aoption=value}; {@code null} without a value. */
  @Nullable String option(String option) {
    return environment.getOptions().get(option);
  }

  /** Says that the channel's fault was reported: what follows from it is not reported again. */
  void explain(String channel) {
    explained.add(channel);
  }

  boolean isExplained(String channel) {
    return explained.contains(channel);
  }

  /** The channels about which nothing was reported yet. */
  List<Channel> unexplained() {
    return topology.channels().stream().filter(channel -> !isExplained(channel.name())).toList();
  }

  /** The simple name of the class to generate. */
  String generatedName() {
    return GeneratedName.of(topology.element());
  }

  /** The package of the topology, to which the generated class will belong. */
  String packageName() {
    return elements().getPackageOf(topology.element()).getQualifiedName().toString();
  }
}
