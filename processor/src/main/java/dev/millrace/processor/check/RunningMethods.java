package dev.millrace.processor.check;

import static dev.millrace.processor.report.TopologyProblem.RESERVED_NAME;

import dev.millrace.processor.model.RuntimeNames;
import dev.millrace.processor.model.Site;
import dev.millrace.processor.model.StageClass;
import dev.millrace.processor.model.Topology;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** The methods that every generated class has: a factory, and what a running topology can do. */
final class RunningMethods {

  private static final String START_OPTIONS = RuntimeNames.API + ".StartOptions";

  private RunningMethods() {}

  static void check(Inspection inspection) {
    for (ExecutableElement method :
        ElementFilter.methodsIn(
            inspection.elements().getAllMembers(inspection.topology().element()))) {
      boolean ours =
          isFactory(method, inspection)
              || (ofRunningTopology(method, inspection) && !isFulfilled(method, inspection));
      if (ours && !method.getModifiers().contains(Modifier.PRIVATE)) {
        inspection.report(RESERVED_NAME, Site.of(method), method, inspection.generatedName());
      }
    }
  }

  /** {@code void close()} of {@code AutoCloseable}, say, asks for just what the class has. */
  private static boolean isFulfilled(ExecutableElement method, Inspection inspection) {
    var types = inspection.types();
    return method.getModifiers().contains(Modifier.ABSTRACT)
        && !isAnnotated(method, inspection.topology())
        && running(inspection).stream()
            .filter(running -> Signatures.haveSame(method, running, inspection))
            .anyMatch(
                running ->
                    types.isSameType(
                        types.erasure(running.getReturnType()),
                        types.erasure(method.getReturnType())));
  }

  private static boolean isAnnotated(ExecutableElement method, Topology topology) {
    return topology.ports().stream().anyMatch(port -> port.method().element().equals(method))
        || topology.unreadable().stream()
            .anyMatch(unreadable -> unreadable.method().element().equals(method));
  }

  /** Whether it is {@code start}, perhaps with options, with one instance of each stage class. */
  private static boolean isFactory(ExecutableElement method, Inspection inspection) {
    if (!method.getSimpleName().contentEquals("start")) {
      return false;
    }
    List<TypeMirror> parameters = new ArrayList<>();
    for (StageClass stageClass : inspection.topology().stageClasses()) {
      parameters.add(stageClass.type());
    }
    if (takes(method, parameters, inspection)) {
      return true;
    }
    TypeElement options = inspection.elements().getTypeElement(START_OPTIONS);
    if (options == null) {
      return false;
    }
    parameters.add(0, options.asType());
    return takes(method, parameters, inspection);
  }

  private static boolean takes(
      ExecutableElement method, List<TypeMirror> parameters, Inspection inspection) {
    return Signatures.areSame(
        method.getParameters().stream().map(VariableElement::asType).toList(),
        parameters,
        inspection);
  }

  private static boolean ofRunningTopology(ExecutableElement method, Inspection inspection) {
    return running(inspection).stream()
        .anyMatch(running -> Signatures.haveSame(method, running, inspection));
  }

  private static List<ExecutableElement> running(Inspection inspection) {
    TypeElement running = inspection.elements().getTypeElement(RuntimeNames.RUNNING_TOPOLOGY);
    return running == null ? List.of() : ElementFilter.methodsIn(running.getEnclosedElements());
  }
}
