package dev.millrace.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import dev.millrace.processor.model.Method;
import dev.millrace.processor.model.Topology;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * The warnings that generated code would repeat, about types that the user already chose to
 * mention: raw ones and deprecated ones, and a serialisable topology. Any other one needs no
 * {@code @SuppressWarnings}.
 */
final class Suppressions {

  private final Elements elements;
  private final TreeSet<String> warnings = new TreeSet<>();

  private Suppressions(Elements elements) {
    this.elements = elements;
  }

  static Optional<AnnotationSpec> of(Topology topology, Elements elements) {
    Suppressions suppressions = new Suppressions(elements);
    suppressions.lookAt(topology);
    if (suppressions.warnings.isEmpty()) {
      return Optional.empty();
    }
    List<CodeBlock> names =
        suppressions.warnings.stream().map(name -> CodeBlock.of("$S", name)).toList();
    return Optional.of(
        AnnotationSpec.builder(SuppressWarnings.class)
            .addMember(
                "value",
                names.size() == 1
                    ? names.get(0)
                    : CodeBlock.of("{$L}", CodeBlock.join(names, ", ")))
            .build());
  }

  private void lookAt(Topology topology) {
    lookAtElement(topology.element());
    if (isSerialisable(topology.element())) {
      warnings.add("serial");
    }
    MentionedTypes.methodsOf(topology).map(Method::element).forEach(this::lookAtElement);
    // Of a deprecated toString() in the interface javac thinks as of a port: the class has it too.
    // Eclipse's compiler does not, and calls this needless; its warnings stop no build.
    ElementFilter.methodsIn(elements.getAllMembers(topology.element())).stream()
        .filter(method -> method.getModifiers().contains(Modifier.ABSTRACT))
        .forEach(this::lookAtElement);
    MentionedTypes.in(topology).forEach(this::lookAtType);
  }

  private boolean isSerialisable(TypeElement type) {
    return type.getInterfaces().stream()
        .map(supertype -> (TypeElement) ((DeclaredType) supertype).asElement())
        .anyMatch(
            supertype ->
                supertype.getQualifiedName().contentEquals(Serializable.class.getName())
                    || isSerialisable(supertype));
  }

  private void lookAtType(DeclaredType type) {
    TypeElement element = (TypeElement) type.asElement();
    lookAtElement(element);
    if (type.getTypeArguments().isEmpty() && !element.getTypeParameters().isEmpty()) {
      warnings.add("rawtypes");
    }
  }

  private void lookAtElement(Element element) {
    if (elements.isDeprecated(element)) {
      warnings.add(isForRemoval(element) ? "removal" : "deprecation");
    }
  }

  private static boolean isForRemoval(Element element) {
    return element.getAnnotationMirrors().stream()
        .filter(
            mirror ->
                mirror.getAnnotationType().asElement() instanceof TypeElement type
                    && type.getQualifiedName().contentEquals(Deprecated.class.getName()))
        .map(AnnotationMirror::getElementValues)
        .flatMap(values -> values.entrySet().stream())
        .anyMatch(value -> isTrueForRemoval(value.getKey(), value.getValue()));
  }

  private static boolean isTrueForRemoval(ExecutableElement member, AnnotationValue value) {
    return member.getSimpleName().contentEquals("forRemoval")
        && Boolean.TRUE.equals(value.getValue());
  }
}
