package dev.millrace.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import dev.millrace.processor.model.StageClass;
import dev.millrace.processor.model.Topology;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** The head of a generated class, whether it works or stands in for one that could not. */
final class GeneratedClass {

  private static final String PROCESSOR = "dev.millrace.processor.TopologyProcessor";

  private final Topology topology;
  private final Elements elements;

  GeneratedClass(Topology topology, Elements elements) {
    this.topology = topology;
    this.elements = elements;
  }

  Topology topology() {
    return topology;
  }

  /** The user's interface, without type arguments. */
  ClassName topologyClass() {
    return ClassName.get(topology.element());
  }

  /** The class itself, with the interface's type variables as arguments. */
  TypeName type() {
    ClassName name = Names.generatedClass(topology);
    List<TypeVariableName> variables = typeVariables();
    return variables.isEmpty()
        ? name
        : ParameterizedTypeName.get(name, variables.toArray(TypeName[]::new));
  }

  List<TypeVariableName> typeVariables() {
    return topology.element().getTypeParameters().stream().map(TypeVariableName::get).toList();
  }

  /**
   * The beginning of the class.
   *
   * @param modifier what it is beside public or not
   */
  TypeSpec.Builder builder(Modifier modifier, CodeBlock javadoc) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(Names.generatedClass(topology))
            .addJavadoc(javadoc)
            .addAnnotation(RuntimeTypes.MARKER)
            .addModifiers(
                isPublic(topology.element())
                    ? new Modifier[] {Modifier.PUBLIC, modifier}
                    : new Modifier[] {modifier})
            .addTypeVariables(typeVariables())
            .addSuperinterface(TypeName.get(topology.type()))
            .addSuperinterface(RuntimeTypes.RUNNING_TOPOLOGY)
            // What the interface nests is in scope here, before any import of the same name.
            .avoidClashesWithNestedClasses(topology.element())
            .alwaysQualify(inHiddenTypes());
    if (readsJavaCompiler()) {
      type.addAnnotation(
          AnnotationSpec.builder(ClassName.get("javax.annotation.processing", "Generated"))
              .addMember("value", "$S", PROCESSOR)
              .build());
    }
    Suppressions.of(topology, elements).ifPresent(type::addAnnotation);
    return type;
  }

  /** {@code Entry}, if the topology nests a {@code Map}: JavaPoet would write {@code Map.Entry}. */
  private String[] inHiddenTypes() {
    Set<String> nested =
        ElementFilter.typesIn(elements.getAllMembers(topology.element())).stream()
            .map(type -> type.getSimpleName().toString())
            .collect(Collectors.toSet());
    Stream<ClassName> mentioned =
        MentionedTypes.in(topology).stream()
            .map(type -> ClassName.get((TypeElement) type.asElement()));
    return Stream.concat(mentioned, Stream.of(RuntimeTypes.LANE))
        .filter(name -> name.simpleNames().size() > 1 && nested.contains(name.simpleNames().get(0)))
        .map(ClassName::simpleName)
        .distinct()
        .toArray(String[]::new);
  }

  /** Public factories must not take what their callers could not see. */
  Set<Modifier> factoryModifiers() {
    boolean visible =
        topology.stageClasses().stream()
            .map(StageClass::element)
            .allMatch(GeneratedClass::isPublic);
    return visible ? Set.of(Modifier.PUBLIC, Modifier.STATIC) : Set.of(Modifier.STATIC);
  }

  /** Whether every type from here outwards is public. */
  private static boolean isPublic(TypeElement type) {
    for (Element around = type;
        around instanceof TypeElement;
        around = around.getEnclosingElement()) {
      if (!around.getModifiers().contains(Modifier.PUBLIC)) {
        return false;
      }
    }
    return true;
  }

  /** {@code @Generated} lives in a module that the user's own need not read. */
  private boolean readsJavaCompiler() {
    String generated = "javax.annotation.processing.Generated";
    var module = elements.getModuleOf(topology.element());
    boolean named = module != null && !module.isUnnamed();
    return named
        ? elements.getTypeElement(module, generated) != null
        : elements.getTypeElement(generated) != null;
  }
}
