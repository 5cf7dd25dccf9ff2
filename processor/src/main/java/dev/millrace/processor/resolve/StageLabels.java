package dev.millrace.processor.resolve;

import dev.millrace.processor.model.Method;
import dev.millrace.processor.model.Stage;
import dev.millrace.processor.model.Topology;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What threads, messages and pictures call a stage. */
public final class StageLabels {

  private StageLabels() {}

  /** The name of the stage's method, told apart from those of other stages if need be. */
  public static String of(Stage stage, Topology topology) {
    String name = stage.method().name();
    List<Stage> namesakes =
        topology.stages().stream().filter(other -> other.method().name().equals(name)).toList();
    if (namesakes.size() == 1) {
      return name;
    }
    String inHost =
        stage.host() == null ? name : stage.host().element().getSimpleName() + "." + name;
    boolean toldApart =
        namesakes.stream().filter(other -> Objects.equals(other.host(), stage.host())).count() == 1;
    return toldApart ? inHost : inHost + "(" + parameters(stage.method()) + ")";
  }

  private static String parameters(Method method) {
    return method.type().getParameterTypes().stream()
        .map(TypePrinter::printBriefly)
        .collect(Collectors.joining(","));
  }
}
