package dev.millrace.harness;

import dev.millrace.Selector;

/** The two ways to build a selector. Both must do the same. */
public enum SelectorKind {
  BARE {
    @Override
    public <R> Selector<R> build(Selector.Builder<R> arms) {
      return arms.build();
    }
  },
  PERSISTENT {
    @Override
    public <R> Selector<R> build(Selector.Builder<R> arms) {
      return arms.persistent();
    }
  };

  public abstract <R> Selector<R> build(Selector.Builder<R> arms);

  public <R> Arms<R> fair() {
    return new Arms<>(this, Selector.fair());
  }

  public <R> Arms<R> prioritised() {
    return new Arms<>(this, Selector.prioritised());
  }
}
