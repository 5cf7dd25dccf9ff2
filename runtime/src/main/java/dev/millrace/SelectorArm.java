package dev.millrace;

import dev.millrace.annotation.Nullable;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a selector knows of an arm, beside that arm's part in the algorithm. */
final class SelectorArm<R> {

  private final boolean receives;
  private final @Nullable Supplier<?> offer;
  private final Function<@Nullable Object, ? extends R> result;
  private @Nullable BooleanSupplier guard;

  private SelectorArm(
      boolean receives,
      @Nullable Supplier<?> offer,
      Function<@Nullable Object, ? extends R> result) {
    this.receives = receives;
    this.offer = offer;
    this.result = result;
  }

  @SuppressWarnings("unchecked") // The value comes from the channel this arm was made for.
  static <T, R> SelectorArm<R> receive(Function<? super T, ? extends R> result) {
    return new SelectorArm<>(
        true, null, received -> result.apply((T) Objects.requireNonNull(received)));
  }

  static <R> SelectorArm<R> send(Supplier<?> offer, Supplier<? extends R> result) {
    return new SelectorArm<>(false, offer, sent -> result.get());
  }

  static <R> SelectorArm<R> end(Supplier<? extends R> result) {
    return new SelectorArm<>(false, null, ended -> result.get());
  }

  void guardBy(BooleanSupplier guard) {
    if (this.guard != null) {
      throw new IllegalStateException("This arm has a guard already. Join them with &&.");
    }
    this.guard = guard;
  }

  boolean hasGuard() {
    return guard != null;
  }

  boolean allowed() {
    return guard == null || guard.getAsBoolean();
  }

  boolean receives() {
    return receives;
  }

  boolean sends() {
    return offer != null;
  }

  Object nextOffer() {
    return Objects.requireNonNull(
        Objects.requireNonNull(offer).get(),
        "null cannot be sent: the supplier of a send arm returned it.");
  }

  R result(@Nullable Object received) {
    return result.apply(received);
  }
}
