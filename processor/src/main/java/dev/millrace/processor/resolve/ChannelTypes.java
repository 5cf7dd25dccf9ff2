package dev.millrace.processor.resolve;

import dev.millrace.processor.model.Channel;
import dev.millrace.processor.model.Endpoint;
import dev.millrace.processor.model.Payload;
import dev.millrace.processor.model.RuntimeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Which type a channel carries. It is one of the types that were written:
 *
 * <ol>
 *   <li>the argument of a channel end without a wildcard, if there is one;
 *   <li>else the widest type that is put, if every take accepts it;
 *   <li>else the narrowest type that is taken, if it accepts every put.
 * </ol>
 *
 * <p>Subtyping decides, so numbers are not widened. A signal is a value of type {@code Signal}.
 */
public final class ChannelTypes {

  private final Types types;
  private final Elements elements;

  /** Compares types with the compiler's own rules. */
  public ChannelTypes(Types types, Elements elements) {
    this.types = types;
    this.elements = elements;
  }

  /** The channel's type, or empty if what is written about it does not go together. */
  public Optional<TypeMirror> of(Channel channel) {
    List<TypeMirror> puts = values(channel.puts());
    List<TypeMirror> takes = values(channel.takes());
    List<TypeMirror> fixed = fixed(channel);
    if (puts.isEmpty() && takes.isEmpty()) {
      return Optional.of(object());
    }
    // Written types only, the preferred ones first; the first that fits everything is the answer.
    List<TypeMirror> candidates = new ArrayList<>(fixed);
    if (fixed.isEmpty()) {
      candidates.addAll(puts);
      candidates.addAll(takes);
    }
    return candidates.stream()
        .filter(type -> fixed.stream().allMatch(exact -> types.isSameType(exact, type)))
        .filter(type -> puts.stream().allMatch(put -> types.isSubtype(put, type)))
        .filter(type -> takes.stream().allMatch(take -> types.isSubtype(type, take)))
        .findFirst();
  }

  /** The type of one end's values; empty if it says nothing about them. */
  public Optional<TypeMirror> of(Endpoint endpoint) {
    return switch (endpoint.payload()) {
      case Payload.Value value -> Optional.of(value.type());
      case Payload.Signal signal -> Optional.of(named(RuntimeNames.SIGNAL));
      case Payload.Unknown unknown -> Optional.empty();
    };
  }

  private List<TypeMirror> values(List<Endpoint> endpoints) {
    return endpoints.stream().flatMap(endpoint -> of(endpoint).stream()).toList();
  }

  private static List<TypeMirror> fixed(Channel channel) {
    List<TypeMirror> fixed = new ArrayList<>();
    Stream.concat(channel.puts().stream(), channel.takes().stream())
        .forEach(
            endpoint -> {
              if (endpoint.payload() instanceof Payload.Value value && value.exact()) {
                fixed.add(value.type());
              }
            });
    return fixed;
  }

  private TypeMirror object() {
    return named(Object.class.getName());
  }

  private TypeMirror named(String name) {
    return elements.getTypeElement(name).asType();
  }
}
