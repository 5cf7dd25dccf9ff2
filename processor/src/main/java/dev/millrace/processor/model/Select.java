package dev.millrace.processor.model;

import java.util.List;
import javax.lang.model.type.DeclaredType;
import org.jspecify.annotations.Nullable;

/**
 * A wait for several channels at once.
 *
 * @param method the method with {@code @Select}
 * @param event the type of the result, without {@code Optional}; {@code null} if it is no declared
 *     type
 * @param optional whether the result is {@code Optional<Event>}, empty when every channel is closed
 * @param arms the alternatives: the records that the event type permits, in source order
 * @param site the annotation
 */
public record Select(
    Method method, @Nullable DeclaredType event, boolean optional, List<Arm> arms, Site site) {

  /** Copies the list. */
  public Select {
    arms = List.copyOf(arms);
  }
}
