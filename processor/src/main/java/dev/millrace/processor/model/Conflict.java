package dev.millrace.processor.model;

import org.jspecify.annotations.Nullable;

/**
 * Two unrelated supertypes have the same method with different annotations.
 *
 * @param kept the one the topology was read with
 * @param other the one that says something else
 * @param keptChannel the channel of the one, if only the channels differ
 * @param otherChannel the channel of the other, if only the channels differ
 */
public record Conflict(
    Method kept, Method other, @Nullable String keptChannel, @Nullable String otherChannel) {

  /** Two methods whose channels are not what matters. */
  public Conflict(Method kept, Method other) {
    this(kept, other, null, null);
  }
}
