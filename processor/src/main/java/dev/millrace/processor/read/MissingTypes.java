package dev.millrace.processor.read;

import dev.millrace.processor.model.Method;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Looks for types that do not exist, or not yet: another processor may generate them, and the
 * topology is read in the round in which they are there.
 */
public final class MissingTypes {

  private final Members members;

  /** Looks with the eyes of the compiler in this round. */
  public MissingTypes(Types types) {
    this.members = new Members(types);
  }

  /** The first type that is missing in whatever the reader would look at, as it was written. */
  public Optional<String> in(TypeElement topology) {
    return Stream.concat(
            Stream.of(inDeclaration(topology, null)),
            Annotations.stageClasses(topology).stream().map(this::inStageClass))
        .filter(Objects::nonNull)
        .findFirst();
  }

  private @Nullable String inStageClass(Annotations.Literal literal) {
    if (!(literal.value() instanceof TypeMirror type)) {
      // To javac a class that does not exist is the text <error> here.
      return literal.site().value() == null ? null : literal.site().value().toString();
    }
    String missing = in(type);
    return missing == null && type instanceof DeclaredType declared
        ? inDeclaration((TypeElement) declared.asElement(), declared)
        : missing;
  }

  /** A stage class may have other members of any type; a topology must be implemented. */
  private @Nullable String inDeclaration(TypeElement element, @Nullable DeclaredType stageClass) {
    DeclaredType type = (DeclaredType) element.asType();
    for (TypeParameterElement parameter : element.getTypeParameters()) {
      String missing = inAll(parameter.getBounds());
      if (missing != null) {
        return missing;
      }
    }
    for (DeclaredType holder : members.hierarchy(type)) {
      // Not directSupertypes: javac leaves out there what does not exist.
      TypeElement declaration = (TypeElement) holder.asElement();
      String missing = in(declaration.getSuperclass());
      if (missing == null) {
        missing = inAll(declaration.getInterfaces());
      }
      if (missing != null) {
        return missing;
      }
    }
    for (Members.Member member : members.of(type)) {
      Method method = member.declarations().get(0);
      boolean matters =
          AnnotatedMethod.of(method, null).isAnnotated()
              || (stageClass == null && method.isAbstract());
      String missing = matters ? inSignature(method) : null;
      if (missing != null) {
        return missing;
      }
    }
    return null;
  }

  private @Nullable String inSignature(Method method) {
    List<TypeMirror> mentioned =
        Stream.of(
                List.of(method.result()),
                method.type().getParameterTypes(),
                method.type().getThrownTypes())
            .<TypeMirror>flatMap(List::stream)
            .toList();
    String missing = inAll(mentioned);
    return missing == null && Annotations.select(method.element()) != null
        ? inEvent(method.result())
        : missing;
  }

  private @Nullable String inEvent(TypeMirror event) {
    if (!(event instanceof DeclaredType declared)) {
      return null;
    }
    if (Signatures.isOf(event, Optional.class.getName())) {
      return inEvent(declared.getTypeArguments().get(0));
    }
    TypeElement element = (TypeElement) declared.asElement();
    for (RecordComponentElement component : element.getRecordComponents()) {
      String missing = in(component.asType());
      if (missing != null) {
        return missing;
      }
    }
    for (TypeMirror permitted : element.getPermittedSubclasses()) {
      String missing = in(permitted);
      if (missing == null) {
        missing = inEvent(permitted);
      }
      if (missing != null) {
        return missing;
      }
    }
    return null;
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
