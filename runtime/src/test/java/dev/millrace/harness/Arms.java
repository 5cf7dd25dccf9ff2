package dev.millrace.harness;

import dev.millrace.PersistentSelector;
import dev.millrace.Receiver;
import dev.millrace.Selector;
import dev.millrace.Sender;
import dev.millrace.annotation.Nullable;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/** A {@link Selector.Builder} that builds a selector of one kind. */
public final class Arms<R> {

  private final SelectorKind kind;
  private final Selector.Builder<R> builder;

  Arms(SelectorKind kind, Selector.Builder<R> builder) {
    this.kind = kind;
    this.builder = builder;
  }

  public <T> Arms<R> receive(
      @Nullable Receiver<T> channel, Function<? super T, ? extends R> result) {
    builder.receive(channel, result);
    return this;
  }

  public <T> Arms<R> send(
      @Nullable Sender<T> channel, Supplier<? extends T> value, Supplier<? extends R> result) {
    builder.send(channel, value, result);
    return this;
  }

  public Arms<R> closed(@Nullable Receiver<?> channel, Supplier<? extends R> result) {
    builder.closed(channel, result);
    return this;
  }

  public Arms<R> when(BooleanSupplier guard) {
    builder.when(guard);
    return this;
  }

  public Arms<R> otherwise(Supplier<? extends R> result) {
    builder.otherwise(result);
    return this;
  }

  public Arms<R> timeout(Duration atMost, Supplier<? extends R> result) {
    builder.timeout(atMost, result);
    return this;
  }

  public Selector<R> build() {
    return kind.build(builder);
  }

  /** Builds a selector for one select and closes it, if it is of the kind to be closed. */
  public R selectOnce() throws InterruptedException {
    Selector<R> selector = build();
    try {
      return selector.select();
    } finally {
      close(selector);
    }
  }

  /** Closes a selector, if it is of the kind to be closed. */
  public static void close(Selector<?> selector) {
    if (selector instanceof PersistentSelector<?> persistent) {
      persistent.close();
    }
  }
}
