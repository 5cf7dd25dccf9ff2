package dev.millrace.processor.read;

import dev.millrace.processor.model.Method;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Looks for types and constants that do not exist, or not yet: another processor may generate them,
 * and the topology is read in the round in which they are there.
 */
public final class MissingTypes {

  private final Members members;
  private final MissingConstants constants;

  /**
   * Looks with the eyes of the compiler in this round.
   *
   * @param inClassFile whether an element is known to come from a class file
   */
  public MissingTypes(Types types, Elements elements, Predicate<Element> inClassFile) {
    this.members = new Members(types, elements);
    this.constants = new MissingConstants(inClassFile);
  }

  /**
   * Something that does not exist.
   *
   * @param what a type as it was written, or words for a constant
   * @param by the type or the method that mentions it
   */
  public record Missing(String what, Element by) {

    private static @Nullable Missing of(@Nullable String what, Element by) {
      return what == null ? null : new Missing(what, by);
    }

    /** The simple name of a type, without type arguments. */
    public String simpleName() {
      String withoutArguments = what.replaceFirst("<.*", "");
      return withoutArguments.substring(withoutArguments.lastIndexOf('.') + 1);
    }
  }

  /** The first that is missing in whatever the reader would look at. */
  public Optional<Missing> in(TypeElement topology) {
    return Stream.concat(
            Stream.of(inDeclaration(topology, null)),
            Annotations.stageClasses(topology).stream().map(this::inStageClass))
        .filter(Objects::nonNull)
        .findFirst();
  }

  private @Nullable Missing inStageClass(Annotations.Literal literal) {
    if (!(literal.value() instanceof TypeMirror type)) {
      // To javac a class that does not exist is the text <error> here.
      AnnotationValue value = literal.site().value();
      return Missing.of(value == null ? null : value.toString(), literal.site().element());
    }
    String missing = in(type);
    return missing == null && type instanceof DeclaredType declared
        ? inDeclaration((TypeElement) declared.asElement(), declared)
        : Missing.of(missing, literal.site().element());
  }

  private @Nullable Missing inDeclaration(TypeElement element, @Nullable DeclaredType stageClass) {
    Missing missing = inHead(element);
    if (missing != null) {
      return missing;
    }
    List<Method> methods =
        members.of((DeclaredType) element.asType()).stream()
            .flatMap(
                member ->
                    Stream.concat(member.declarations().stream(), member.overridden().stream()))
            .toList();
    Set<String> ours =
        methods.stream()
            .filter(method -> AnnotatedMethod.of(method, null).isAnnotated())
            .map(Method::name)
            .collect(Collectors.toSet());
    // Compilers take a missing type for any other, and so a namesake for the same method. Other
    // members of a stage class may be of any type.
    Stream<@Nullable Missing> inSignatures =
        methods.stream()
            .filter(method -> stageClass == null || ours.contains(method.name()))
            .map(this::inSignature);
    Stream<@Nullable Missing> inAnnotations =
        methods.stream()
            .map(Method::element)
            .map(method -> Missing.of(constants.inMethod(method), method));
    return Stream.concat(inSignatures, inAnnotations)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private @Nullable Missing inHead(TypeElement element) {
    for (TypeParameterElement parameter : element.getTypeParameters()) {
      String missing = inAll(parameter.getBounds());
      if (missing != null) {
        return new Missing(missing, element);
      }
    }
    for (DeclaredType holder : members.hierarchy((DeclaredType) element.asType())) {
      // Not directSupertypes: javac leaves out there what does not exist.
      TypeElement declaration = (TypeElement) holder.asElement();
      String missing = in(declaration.getSuperclass());
      if (missing == null) {
        missing = inAll(declaration.getInterfaces());
      }
      if (missing == null) {
        missing = constants.on(declaration);
      }
      if (missing != null) {
        return new Missing(missing, declaration);
      }
    }
    return null;
  }

  private @Nullable Missing inSignature(Method method) {
    List<TypeMirror> mentioned =
        Stream.of(List.of(method.result()), method.type().getParameterTypes(), method.thrown())
            .<TypeMirror>flatMap(List::stream)
            .toList();
    String missing = inAll(mentioned);
    if (missing != null || Annotations.select(method.element()) == null) {
      return Missing.of(missing, method.element());
    }
    return Stream.concat(Stream.of(method.result()), method.type().getParameterTypes().stream())
        .map(this::inEvent)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private @Nullable Missing inEvent(TypeMirror event) {
    if (!(event instanceof DeclaredType declared)) {
      return null;
    }
    if (Signatures.isOf(event, Optional.class.getName())) {
      return inEvent(declared.getTypeArguments().get(0));
    }
    TypeElement element = (TypeElement) declared.asElement();
    String missing = constants.on(element);
    for (RecordComponentElement component : element.getRecordComponents()) {
      missing = missing == null ? in(component.asType()) : missing;
    }
    if (missing == null) {
      missing = inAll(element.getPermittedSubclasses());
    }
    return missing != null
        ? new Missing(missing, element)
        : element.getPermittedSubclasses().stream()
            .map(this::inEvent)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
  }

  private @Nullable String inAll(List<? extends TypeMirror> mentioned) {
    return mentioned.stream().map(this::in).filter(Objects::nonNull).findFirst().orElse(null);
  }

  private @Nullable String in(TypeMirror type) {
    // By kind, since to javac's classes every declared type is an ErrorType and so is an
    // intersection.
    return switch (type.getKind()) {
      case ERROR -> type.toString();
      case DECLARED -> inAll(((DeclaredType) type).getTypeArguments());
      case ARRAY -> in(((ArrayType) type).getComponentType());
      case INTERSECTION -> inAll(((IntersectionType) type).getBounds());
      case WILDCARD -> {
        WildcardType wildcard = (WildcardType) type;
        yield inAll(
            Stream.of(wildcard.getExtendsBound(), wildcard.getSuperBound())
                .filter(Objects::nonNull)
                .toList());
      }
      // The bounds of type variables are looked at where they are declared.
      default -> null;
    };
  }
}
