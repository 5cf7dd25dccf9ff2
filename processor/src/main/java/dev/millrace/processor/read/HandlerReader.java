package dev.millrace.processor.read;

import dev.millrace.processor.model.Arm;
import dev.millrace.processor.model.Endpoint;
import dev.millrace.processor.model.Endpoint.Role;
import dev.millrace.processor.model.Handler;
import dev.millrace.processor.model.Method;
import dev.millrace.processor.model.NamedMethod;
import dev.millrace.processor.model.Payload;
import dev.millrace.processor.read.Annotations.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a select method that are its arms: functional interfaces. */
final class HandlerReader {

  private final Types types;
  private final Members members;
  private final Signatures signatures;

  HandlerReader(Types types, Members members, Signatures signatures) {
    this.types = types;
    this.members = members;
    this.signatures = signatures;
  }

  /**
   * The arms, in the order of the parameters.
   *
   * @param named finds the method that {@code when} or {@code after} names, if one does
   */
  List<Arm> arms(AnnotatedMethod said, Function<@Nullable Named, @Nullable NamedMethod> named) {
    List<Arm> arms = new ArrayList<>();
    List<? extends VariableElement> parameters = said.method().element().getParameters();
    for (int index = 0; index < parameters.size(); index++) {
      VariableElement parameter = parameters.get(index);
      if (Annotations.isArm(parameter)) {
        Method function = function(said.parameters().get(index));
        arms.add(arm(new Handler(parameter, index, function), said.method(), named));
      }
    }
    return arms;
  }

  private Arm arm(
      Handler handler, Method select, Function<@Nullable Named, @Nullable NamedMethod> named) {
    Annotations.Arm said = Annotations.arm(handler.parameter());
    if (said == null) {
      return new Arm.OtherwiseHandled(handler, named.apply(Annotations.after(handler.parameter())));
    }
    if (Annotations.otherwise(handler.parameter()) != null) {
      return new Arm.WithBoth(handler.parameter(), "@Case", "@Otherwise");
    }
    Named channel = said.channel();
    NamedMethod guard = named.apply(said.when());
    if (said.closed()) {
      return new Arm.HandledEnd(handler, channel.channel(), channel.site(), guard);
    }
    Endpoint input =
        new Endpoint(channel.channel(), Role.ARM, taken(handler), select, channel.site());
    return new Arm.Handled(handler, input, guard);
  }

  private Payload taken(Handler handler) {
    if (handler.function() == null) {
      return new Payload.Unknown();
    }
    List<? extends TypeMirror> parameters = handler.function().type().getParameterTypes();
    return parameters.size() > 1 ? new Payload.Unknown() : signatures.parameter(parameters);
  }

  /** The method that a lambda for the type would implement, if values can be passed to it. */
  private @Nullable Method function(TypeMirror type) {
    if (!(type instanceof DeclaredType declared)
        || declared.asElement().getKind() != ElementKind.INTERFACE) {
      return null;
    }
    DeclaredType callable = withoutWildcards(declared);
    if (callable == null) {
      return null;
    }
    List<Method> functions =
        members.of(callable).stream()
            .map(member -> member.declarations().get(0))
            .filter(method -> method.isAbstract() && !members.isOfObject(method))
            .toList();
    return functions.size() == 1 && functions.get(0).element().getTypeParameters().isEmpty()
        ? functions.get(0)
        : null;
  }

  /** {@code Handler<T>} for {@code Handler<? super T>}; {@code null} if nothing could be passed. */
  private @Nullable DeclaredType withoutWildcards(DeclaredType type) {
    TypeElement element = (TypeElement) type.asElement();
    List<? extends TypeMirror> arguments = type.getTypeArguments();
    if (arguments.size() != element.getTypeParameters().size()) {
      return null;
    }
    TypeMirror[] bounds = new TypeMirror[arguments.size()];
    for (int i = 0; i < bounds.length; i++) {
      TypeMirror bound =
          arguments.get(i) instanceof WildcardType wildcard
              ? wildcard.getSuperBound()
              : arguments.get(i);
      if (bound == null) {
        return null;
      }
      bounds[i] = bound;
    }
    return types.getDeclaredType(element, bounds);
  }
}
