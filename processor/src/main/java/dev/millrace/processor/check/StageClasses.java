package dev.millrace.processor.check;

import static dev.millrace.processor.report.TopologyProblem.GENERIC_STAGES;
import static dev.millrace.processor.report.TopologyProblem.STAGES_OF_ITSELF;
import static dev.millrace.processor.report.TopologyProblem.STAGES_TWICE;
import static dev.millrace.processor.report.TopologyProblem.STAGE_HIDDEN;
import static dev.millrace.processor.report.TopologyProblem.STAGE_METHOD_HIDDEN;
import static dev.millrace.processor.report.TopologyProblem.STAGE_NOT_FOUND;

import dev.millrace.processor.model.Site;
import dev.millrace.processor.model.Stage;
import dev.millrace.processor.model.StageClass;
import dev.millrace.processor.model.Topology;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Whether the classes in {@code @Topology(stages = ...)} have stages that can be called. */
final class StageClasses {

  private StageClasses() {}

  static void check(Inspection inspection) {
    Set<TypeElement> seen = new HashSet<>();
    for (StageClass stageClass : inspection.topology().stageClasses()) {
      if (!seen.add(stageClass.element())) {
        inspection.report(STAGES_TWICE, stageClass.site(), stageClass.element());
        continue;
      }
      if (stageClass.element().equals(inspection.topology().element())) {
        inspection.report(STAGES_OF_ITSELF, stageClass.site(), stageClass.element());
        continue;
      }
      if (isGeneric(stageClass.element())) {
        inspection.report(GENERIC_STAGES, stageClass.site(), stageClass.element());
        explainChannelsOf(stageClass, inspection);
      }
      Optional<Element> inTheWay = Visibility.inTheWayOf(stageClass.element(), inspection);
      if (inTheWay.isPresent()) {
        reportHidden(stageClass, inTheWay.get(), inspection);
      } else {
        checkMethods(stageClass, inspection);
      }
      if (!hasStage(stageClass, inspection.topology())) {
        inspection.report(STAGE_NOT_FOUND, stageClass.site(), stageClass.element());
      }
    }
  }

  private static void reportHidden(StageClass stageClass, Element inTheWay, Inspection inspection) {
    inspection.report(
        STAGE_HIDDEN,
        stageClass.site(),
        stageClass.element(),
        packageOf(inspection),
        inTheWay.equals(stageClass.element()) ? "it and its stage methods" : inTheWay,
        Visibility.enoughFor(inTheWay, inspection));
  }

  private static String packageOf(Inspection inspection) {
    String name = inspection.packageName();
    return name.isEmpty() ? "the unnamed package" : "package " + name;
  }

  private static void checkMethods(StageClass stageClass, Inspection inspection) {
    for (Stage stage : inspection.topology().stages()) {
      if (stageClass.equals(stage.host())) {
        ExecutableElement method = stage.method().element();
        boolean isPrivate = method.getModifiers().contains(Modifier.PRIVATE);
        // A private method has a message of its own, wherever it is.
        if (!isPrivate && !Visibility.isVisible(method, inspection)) {
          inspection.report(STAGE_METHOD_HIDDEN, Site.of(method), method, packageOf(inspection));
        }
      }
    }
  }

  /**
   * Whether its type has type arguments, its own or those of a type that it is an inner class of.
   */
  private static boolean isGeneric(TypeElement type) {
    return !type.getTypeParameters().isEmpty()
        || (!type.getModifiers().contains(Modifier.STATIC)
            && type.getEnclosingElement() instanceof TypeElement outer
            && isGeneric(outer));
  }

  /** Types that nobody can name are not compared. */
  private static void explainChannelsOf(StageClass stageClass, Inspection inspection) {
    for (Stage stage : inspection.topology().stages()) {
      if (stageClass.equals(stage.host())) {
        Stream.concat(stage.inputs().stream(), stage.outputs().stream())
            .forEach(end -> inspection.explain(end.channel()));
      }
    }
  }

  private static boolean hasStage(StageClass stageClass, Topology topology) {
    return topology.stages().stream().anyMatch(stage -> stageClass.equals(stage.host()))
        || topology.unreadable().stream()
            .anyMatch(unreadable -> stageClass.equals(unreadable.host()));
  }
}
