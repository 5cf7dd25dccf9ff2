package dev.millrace.processor.read;

import dev.millrace.processor.model.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * The methods of a type, its own and inherited: its own first, then those of its supertypes in the
 * order of the {@code extends} clause, each type in source order.
 *
 * <p>{@code Elements.getAllMembers} promises no order, and tells abstract methods that two
 * supertypes have in common apart in javac but not in ECJ.
 */
final class Members {

  private final Types types;
  private final TypeElement object;

  Members(Types types, Elements elements) {
    this.types = types;
    this.object = elements.getTypeElement(Object.class.getName());
  }

  /** Whether every object has the method, {@code equals(Object)} say. */
  boolean isOfObject(Method method) {
    return ElementFilter.methodsIn(object.getEnclosedElements()).stream()
        .filter(other -> other.getSimpleName().contentEquals(method.name()))
        .anyMatch(other -> types.isSubsignature(method.type(), (ExecutableType) other.asType()));
  }

  /**
   * All declarations that make up one method of the type.
   *
   * @param declarations those that no other one overrides come first; there are several if
   *     unrelated supertypes have the method in common
   * @param overridden the others
   */
  record Member(List<Method> declarations, List<Method> overridden) {}

  /** Methods by their place in the type; {@code Object}'s are left out. */
  List<Member> of(DeclaredType type) {
    List<List<Method>> groups = new ArrayList<>();
    Map<String, List<List<Method>>> groupsByName = new HashMap<>();
    for (DeclaredType holder : hierarchy(type)) {
      TypeElement element = (TypeElement) holder.asElement();
      boolean own = types.isSameType(holder, type);
      for (var method : ElementFilter.methodsIn(element.getEnclosedElements())) {
        boolean inherited =
            !method.getModifiers().contains(Modifier.PRIVATE)
                && !(method.getModifiers().contains(Modifier.STATIC)
                    && element.getKind().isInterface());
        if (own || inherited) {
          // Of its holder, since ECJ takes the first method of that signature for any other.
          Method added = new Method(method, (ExecutableType) types.asMemberOf(holder, method));
          add(added, groupsByName.computeIfAbsent(added.name(), name -> new ArrayList<>()), groups);
        }
      }
    }
    return groups.stream().map(this::member).toList();
  }

  /** The type and its supertypes, depth first, each once. */
  List<DeclaredType> hierarchy(DeclaredType type) {
    Set<TypeElement> seen = new LinkedHashSet<>();
    List<DeclaredType> hierarchy = new ArrayList<>();
    addHierarchy(type, seen, hierarchy);
    return hierarchy;
  }

  private void addHierarchy(
      DeclaredType type, Set<TypeElement> seen, List<DeclaredType> hierarchy) {
    TypeElement element = (TypeElement) type.asElement();
    if (element.getQualifiedName().contentEquals(Object.class.getName()) || !seen.add(element)) {
      return;
    }
    hierarchy.add(type);
    for (TypeMirror supertype : types.directSupertypes(type)) {
      if (supertype.getKind() == TypeKind.DECLARED) {
        addHierarchy((DeclaredType) supertype, seen, hierarchy);
      }
    }
  }

  private void add(Method method, List<List<Method>> namesakes, List<List<Method>> groups) {
    for (List<Method> group : namesakes) {
      if (isSame(group.get(0), method)) {
        group.add(method);
        return;
      }
    }
    List<Method> group = new ArrayList<>();
    group.add(method);
    namesakes.add(group);
    groups.add(group);
  }

  private boolean isSame(Method one, Method namesake) {
    return types.isSubsignature(one.type(), namesake.type())
        || types.isSubsignature(namesake.type(), one.type());
  }

  private Member member(List<Method> group) {
    List<Method> declarations =
        group.stream()
            .filter(method -> group.stream().noneMatch(by -> overrides(by, method)))
            .toList();
    return new Member(
        declarations.size() == 1 ? declarations : merged(declarations),
        group.stream().filter(method -> !declarations.contains(method)).toList());
  }

  /** What one implementation of all may return and throw. */
  private List<Method> merged(List<Method> declarations) {
    TypeMirror result =
        declarations.stream()
            .map(Method::result)
            .filter(
                narrow ->
                    declarations.stream().allMatch(wide -> isReturnable(narrow, wide.result())))
            .findFirst()
            .orElse(declarations.get(0).result());
    List<TypeMirror> thrown = new ArrayList<>();
    for (Method declaration : declarations) {
      for (TypeMirror candidate : declaration.thrown()) {
        boolean allowed =
            declarations.stream()
                .allMatch(
                    other ->
                        other.thrown().stream().anyMatch(type -> types.isSubtype(candidate, type)));
        if (allowed && thrown.stream().noneMatch(type -> types.isSameType(type, candidate))) {
          thrown.add(candidate);
        }
      }
    }
    return declarations.stream()
        .map(method -> new Method(method.element(), method.type(), result, thrown))
        .toList();
  }

  private boolean isReturnable(TypeMirror narrow, TypeMirror wide) {
    boolean plain = narrow.getKind() == TypeKind.VOID || narrow.getKind().isPrimitive();
    return plain ? types.isSameType(narrow, wide) : types.isSubtype(narrow, wide);
  }

  private boolean overrides(Method by, Method method) {
    TypeMirror sub = declaringType(by);
    TypeMirror base = declaringType(method);
    return !types.isSameType(sub, base) && types.isSubtype(sub, base);
  }

  private TypeMirror declaringType(Method method) {
    return types.erasure(Objects.requireNonNull(method.element().getEnclosingElement()).asType());
  }
}
