package dev.millrace.processor.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A method with an annotation of Millrace whose shape is none of the language. The reader says only
 * that; the checks look at the method and say why.
 *
 * @param method the method
 * @param host the class in {@code stages} that has the method, or {@code null} for the topology
 * @param produced the channel it wants to send to, its payload unknown, or {@code null}
 * @param consumed the channel it wants to receive from, its payload unknown, or {@code null}
 * @param parameters the channels that its parameters name, their payloads unknown
 * @param workers what {@code @Workers} says, or {@code null}
 * @param closings the channels its {@code @Close} names
 * @param asks the {@code @Request} it has, or {@code null}
 * @param selects the {@code @Select} it has, or {@code null}
 * @param site the method's declaration
 */
public record Unreadable(
    Method method,
    @Nullable StageClass host,
    @Nullable Endpoint produced,
    @Nullable Endpoint consumed,
    List<Stage.Parameter> parameters,
    @Nullable Workers workers,
    List<Closing> closings,
    @Nullable Site asks,
    @Nullable Site selects,
    Site site) {

  /** Copies the list. */
  public Unreadable {
    parameters = List.copyOf(parameters);
    closings = List.copyOf(closings);
  }
}
