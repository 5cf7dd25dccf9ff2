package dev.millrace.processor.read;

import dev.millrace.processor.model.Broadcast;
import dev.millrace.processor.model.Buffer;
import dev.millrace.processor.model.RuntimeNames;
import dev.millrace.processor.model.Site;
import dev.millrace.processor.model.Stray;
import dev.millrace.processor.model.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** What Millrace's annotations say on one element. */
final class Annotations {

  private static final String SUPPRESSION = "millrace:";

  /** A channel's name and where it was written. */
  record Named(String channel, Site site) {}

  /** A class literal and where it was written. */
  record Literal(Object value, Site site) {}

  /**
   * What {@code @Case}, or {@code @Producer}, says of an arm.
   *
   * @param when the name of the guard, or {@code null} if there is none
   */
  record Arm(Named channel, boolean closed, @Nullable Named when) {}

  private Annotations() {}

  /** The channel that {@code @Producer} names. */
  static @Nullable Named producer(Element element) {
    return named(element, RuntimeNames.PRODUCER);
  }

  /** The channel that {@code @Consumer} names. */
  static @Nullable Named consumer(Element element) {
    return named(element, RuntimeNames.CONSUMER);
  }

  /** The channel that {@code @Request} names. */
  static @Nullable Named request(Element element) {
    return named(element, RuntimeNames.REQUEST);
  }

  /** The arm that {@code @Case} describes. */
  static @Nullable Arm arm(Element element) {
    AnnotationMirror arm = find(element, RuntimeNames.CASE);
    return arm == null ? null : arm(element, arm);
  }

  private static Arm arm(Element element, AnnotationMirror arm) {
    AnnotationValue channel = value(arm, "value");
    AnnotationValue when = value(arm, "when");
    return new Arm(
        new Named(text(channel), new Site(element, arm, channel)),
        isTrue(value(arm, "closed")),
        text(when).isEmpty() ? null : new Named(text(when), new Site(element, arm, when)));
  }

  /** What {@code @Producer} says of an arm that sends, which is never one for an end. */
  static @Nullable Arm sendingArm(Element element) {
    AnnotationMirror arm = find(element, RuntimeNames.PRODUCER);
    return arm == null ? null : arm(element, arm);
  }

  /** Where {@code @Otherwise} stands. */
  static @Nullable Site otherwise(Element element) {
    return whole(element, RuntimeNames.OTHERWISE);
  }

  /** The method that {@code @Otherwise} names, or {@code null} if it names none. */
  static @Nullable Named after(Element element) {
    AnnotationMirror otherwise = find(element, RuntimeNames.OTHERWISE);
    AnnotationValue after = otherwise == null ? null : value(otherwise, "after");
    return text(after).isEmpty()
        ? null
        : new Named(text(after), new Site(element, otherwise, after));
  }

  /** Whether {@code @Case} or {@code @Otherwise} is there. */
  static boolean isArm(Element element) {
    return arm(element) != null || otherwise(element) != null;
  }

  /** Whether {@code @Select} asks for the first arm that is ready. */
  static boolean hasPriority(Element element) {
    AnnotationMirror select = find(element, RuntimeNames.SELECT);
    return select != null && isTrue(value(select, "priority"));
  }

  /** Where {@code @Select} stands. */
  static @Nullable Site select(Element element) {
    return whole(element, RuntimeNames.SELECT);
  }

  /** Where {@code @Topology} stands. */
  static @Nullable Site topology(Element element) {
    return whole(element, RuntimeNames.TOPOLOGY);
  }

  /** How many threads {@code @Workers} asks for. */
  static @Nullable Workers workers(Element element) {
    AnnotationMirror workers = find(element, RuntimeNames.WORKERS);
    if (workers == null) {
      return null;
    }
    AnnotationValue count = value(workers, "value");
    AnnotationValue ordered = value(workers, "ordered");
    return new Workers(
        number(count),
        new Site(element, workers, count),
        isTrue(ordered),
        new Site(element, workers, ordered));
  }

  /** The channels that {@code @Close} names, or {@code null} if it is not there. */
  static @Nullable List<Named> closings(Element element) {
    AnnotationMirror close = find(element, RuntimeNames.CLOSE);
    if (close == null) {
      return null;
    }
    return many(value(close, "value")).stream()
        .map(name -> new Named(text(name), new Site(element, close, name)))
        .toList();
  }

  /** The channels that {@code @Broadcast} names; none if it is not there. */
  static List<Broadcast> broadcasts(Element element) {
    AnnotationMirror broadcast = find(element, RuntimeNames.BROADCAST);
    if (broadcast == null) {
      return List.of();
    }
    return many(value(broadcast, "value")).stream()
        .map(name -> new Broadcast(text(name), new Site(element, broadcast, name)))
        .toList();
  }

  /** The {@code @Broadcast} that names no channel, or {@code null} if it is not there. */
  static @Nullable Site broadcastWithoutName(Element element) {
    AnnotationMirror broadcast = find(element, RuntimeNames.BROADCAST);
    return broadcast != null && broadcasts(element).isEmpty()
        ? new Site(element, broadcast, null)
        : null;
  }

  /** The classes in {@code @Topology(stages = ...)}. */
  static List<Literal> stageClasses(Element element) {
    AnnotationMirror topology = find(element, RuntimeNames.TOPOLOGY);
    if (topology == null) {
      return List.of();
    }
    return many(value(topology, "stages")).stream()
        .map(type -> new Literal(type.getValue(), new Site(element, topology, type)))
        .toList();
  }

  /** Every {@code @Buffer}, in source order. */
  static List<Buffer> buffers(Element element) {
    List<Buffer> buffers = new ArrayList<>();
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      if (isNamed(mirror, RuntimeNames.BUFFER)) {
        buffers.add(buffer(element, mirror));
      } else if (isNamed(mirror, RuntimeNames.BUFFERS)) {
        for (AnnotationValue one : many(value(mirror, "value"))) {
          if (one.getValue() instanceof AnnotationMirror nested) {
            buffers.add(buffer(element, nested));
          }
        }
      }
    }
    return buffers;
  }

  /** What {@code @SuppressWarnings} keeps Millrace from saying. */
  static List<Stray.OfSuppression> suppressions(Element element) {
    AnnotationMirror suppress = find(element, SuppressWarnings.class.getName());
    return suppress == null
        ? List.of()
        : many(value(suppress, "value")).stream()
            .filter(token -> text(token).startsWith(SUPPRESSION))
            .map(
                token ->
                    new Stray.OfSuppression(
                        new Site(element, suppress, token),
                        text(token).substring(SUPPRESSION.length())))
            .toList();
  }

  private static Buffer buffer(Element element, AnnotationMirror buffer) {
    AnnotationValue channel = value(buffer, "channel");
    AnnotationValue size = value(buffer, "size");
    AnnotationValue overflow = value(buffer, "overflow");
    return new Buffer(
        text(channel),
        number(size),
        overflow(overflow),
        new Site(element, buffer, channel),
        new Site(element, buffer, size),
        new Site(element, buffer, overflow));
  }

  /** A constant that the runtime does not have is the compiler's own error. */
  private static Buffer.Overflow overflow(@Nullable AnnotationValue value) {
    if (value != null && value.getValue() instanceof VariableElement constant) {
      for (Buffer.Overflow overflow : Buffer.Overflow.values()) {
        if (constant.getSimpleName().contentEquals(overflow.name())) {
          return overflow;
        }
      }
    }
    return Buffer.Overflow.WAIT;
  }

  private static @Nullable Named named(Element element, String annotation) {
    AnnotationMirror mirror = find(element, annotation);
    if (mirror == null) {
      return null;
    }
    AnnotationValue name = value(mirror, "value");
    return new Named(text(name), new Site(element, mirror, name));
  }

  private static @Nullable Site whole(Element element, String annotation) {
    AnnotationMirror mirror = find(element, annotation);
    return mirror == null ? null : new Site(element, mirror, null);
  }

  private static @Nullable AnnotationMirror find(Element element, String annotation) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      if (isNamed(mirror, annotation)) {
        return mirror;
      }
    }
    return null;
  }

  private static boolean isNamed(AnnotationMirror mirror, String annotation) {
    return mirror.getAnnotationType().asElement() instanceof TypeElement type
        && type.getQualifiedName().contentEquals(annotation);
  }

  /** What was written for the member; {@code null} if the annotation leaves it out. */
  private static @Nullable AnnotationValue value(AnnotationMirror annotation, String member) {
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        annotation.getElementValues().entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(member)) {
        return entry.getValue();
      }
    }
    return null;
  }

  /** A single value is an array of one to javac, but stays single in some versions of ECJ. */
  private static List<AnnotationValue> many(@Nullable AnnotationValue value) {
    if (value == null) {
      return List.of();
    }
    if (!(value.getValue() instanceof List<?> values)) {
      return List.of(value);
    }
    List<AnnotationValue> many = new ArrayList<>();
    for (Object one : values) {
      many.add((AnnotationValue) one);
    }
    return many;
  }

  /** A member that is missing or is no constant is the compiler's own error. */
  private static String text(@Nullable AnnotationValue value) {
    return value != null && value.getValue() instanceof String text ? text : "";
  }

  private static boolean isTrue(@Nullable AnnotationValue value) {
    return value != null && Boolean.TRUE.equals(value.getValue());
  }

  /** As {@link #text}; 1 is legal for every member, so that nothing is reported twice. */
  private static int number(@Nullable AnnotationValue value) {
    return value != null && value.getValue() instanceof Integer number ? number : 1;
  }
}
