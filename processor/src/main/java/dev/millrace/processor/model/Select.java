package dev.millrace.processor.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.type.DeclaredType;
import org.jspecify.annotations.Nullable;

/**
 * A wait for several channels at once.
 *
 * @param method the method with {@code @Select}
 * @param event the type of the result, without {@code Optional}, or the parameter of a stage;
 *     {@code null} if it is no declared type
 * @param optional whether the result is {@code Optional<Event>}, empty when every channel is closed
 * @param timed whether the method takes a {@code Duration} to wait at most
 * @param priority whether the first arm that is ready happens, and not any of them
 * @param arms the alternatives: the records that the event type permits, in the order of their
 *     priority, or in source order if they have none; or the parameters with {@code @Case}
 * @param offers the parameters with {@code @Producer}: values to send
 * @param site the annotation
 */
public record Select(
    Method method,
    @Nullable DeclaredType event,
    boolean optional,
    boolean timed,
    boolean priority,
    List<Arm> arms,
    List<Offer> offers,
    Site site) {

  /** Copies the lists. */
  public Select {
    arms = List.copyOf(arms);
    offers = List.copyOf(offers);
  }

  /** The arms that send. */
  public List<Arm.Sending> sendings() {
    return arms.stream()
        .filter(Arm.Sending.class::isInstance)
        .map(Arm.Sending.class::cast)
        .toList();
  }

  /** Where it sends: what parameters offer, and signals. */
  public List<Endpoint> outputs() {
    return Stream.concat(
            offers.stream().map(Offer::output), sendings().stream().map(Arm.Sending::output))
        .distinct()
        .toList();
  }

  /** The arms that stand for channels, in the order of their indices. */
  public List<Arm.OfChannel> ofChannels() {
    return arms.stream()
        .filter(Arm.OfChannel.class::isInstance)
        .map(Arm.OfChannel.class::cast)
        .toList();
  }

  /** What to return when no arm is ready, or became so in time. */
  public Optional<Arm.Otherwise> otherwise() {
    return arms.stream()
        .filter(Arm.Otherwise.class::isInstance)
        .map(Arm.Otherwise.class::cast)
        .findFirst();
  }

  /** The parameters that are arms. */
  public List<Handler> handlers() {
    return arms.stream()
        .filter(Arm.OfHandler.class::isInstance)
        .map(arm -> ((Arm.OfHandler) arm).handler())
        .toList();
  }

  /** What says how long an actor waits at most, if anything does. */
  public Optional<NamedMethod> patience() {
    return otherwise().flatMap(arm -> Optional.ofNullable(arm.after()));
  }

  /** Whether it waits at all. */
  public boolean waits() {
    return timed || otherwise().isEmpty() || patience().isPresent();
  }

  /** Whether there is something to do before it waits: to ask guards, to offer values. */
  public boolean isPrepared() {
    return isGuarded() || !sendings().isEmpty();
  }

  /** Whether an arm takes part only if a method says so. */
  public boolean isGuarded() {
    return ofChannels().stream().anyMatch(arm -> arm.guard() != null);
  }
}
