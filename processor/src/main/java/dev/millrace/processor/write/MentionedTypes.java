package dev.millrace.processor.write;

import dev.millrace.processor.model.Arm;
import dev.millrace.processor.model.Method;
import dev.millrace.processor.model.Payload;
import dev.millrace.processor.model.Port;
import dev.millrace.processor.model.Stage;
import dev.millrace.processor.model.StageClass;
import dev.millrace.processor.model.Topology;
import dev.millrace.processor.model.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/** The types that a generated class repeats from the user's signatures. */
final class MentionedTypes {

  private final List<DeclaredType> found = new ArrayList<>();

  private MentionedTypes() {}

  /** Every class and interface in a signature, those in type arguments too. */
  static List<DeclaredType> in(Topology topology) {
    MentionedTypes types = new MentionedTypes();
    topology.stageClasses().stream().map(StageClass::type).forEach(types::add);
    methodsOf(topology)
        .forEach(
            method -> {
              types.add(method.result());
              method.type().getParameterTypes().forEach(types::add);
              method.thrown().forEach(types::add);
            });
    topology.selects().stream().flatMap(select -> select.arms().stream()).forEach(types::addArm);
    return types.found;
  }

  /** The methods whose signatures, or calls, a generated class repeats. */
  static Stream<Method> methodsOf(Topology topology) {
    return Stream.of(
            topology.ports().stream().map(Port::method),
            topology.stages().stream().map(Stage::method),
            topology.unreadable().stream().map(Unreadable::method),
            topology.unimplemented().stream(),
            askedBy(topology))
        .flatMap(methods -> methods);
  }

  private static Stream<Method> askedBy(Topology topology) {
    return topology.selects().stream()
        .flatMap(
            select ->
                Stream.concat(
                    select.ofChannels().stream().flatMap(arm -> Stream.ofNullable(arm.guard())),
                    select.patience().stream()))
        .flatMap(asked -> asked.namesakes().stream().limit(1));
  }

  /** A record is made by its name, and the value that an arm takes may give its channel a type. */
  private void addArm(Arm arm) {
    if (arm instanceof Arm.OfEvent ofEvent) {
      add(ofEvent.event().asType());
    }
    if (arm instanceof Arm.Taking taking
        && taking.input().payload() instanceof Payload.Value value) {
      add(value.type());
    }
  }

  private void add(@Nullable TypeMirror type) {
    if (type == null) {
      return;
    }
    switch (type.getKind()) {
      case DECLARED -> {
        DeclaredType declared = (DeclaredType) type;
        found.add(declared);
        declared.getTypeArguments().forEach(this::add);
        add(declared.getEnclosingType());
      }
      case ARRAY -> add(((ArrayType) type).getComponentType());
      case WILDCARD -> {
        add(((WildcardType) type).getExtendsBound());
        add(((WildcardType) type).getSuperBound());
      }
      default -> {}
    }
  }
}
