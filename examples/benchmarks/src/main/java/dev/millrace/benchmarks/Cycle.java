package dev.millrace.benchmarks;

/**
 * Items that one sender sends over and over, few enough to stay in the caches. Their receiver
 * expects the very objects, which checks count, order and content in one comparison.
 */
public final class Cycle {
  private static final int LENGTH = 1024; // more than any buffer that is measured

  private final Item[] items;

  /** The items of the only sender. */
  public Cycle() {
    this(0);
  }

  /** The items of one of several senders. */
  public Cycle(int sender) {
    items = Item.of(sender, LENGTH);
  }

  /** The item to send as the {@code index}-th. */
  public Item at(int index) {
    return items[index & (LENGTH - 1)];
  }

  /** Looks at the item that arrived as the {@code index}-th. */
  public void check(int index, Item arrived) {
    if (arrived != at(index)) {
      throw new Fault("The " + index + "th should be " + at(index) + ", but is " + arrived + ".");
    }
  }
}
