package dev.millrace.benchmarks;

/**
 * What is sent. Items are allocated before a trial, so that none of the bytes it costs are theirs.
 * No two are equal: what arrives has to be the very object.
 */
public final class Item {
  private final int sender;
  private final int number;

  /**
   * An item of a sequence.
   *
   * @param sender which of several senders sends it
   * @param number its place among that sender's items, from 0
   */
  public Item(int sender, int number) {
    this.sender = sender;
    this.number = number;
  }

  /** As many items as one sender's trial needs, in the order in which it sends them. */
  public static Item[] of(int sender, int count) {
    Item[] items = new Item[count];
    for (int number = 0; number < count; number++) {
      items[number] = new Item(sender, number);
    }
    return items;
  }

  /** {@return which of several senders sends it} */
  public int sender() {
    return sender;
  }

  /** {@return its place among that sender's items, from 0} */
  public int number() {
    return number;
  }

  @Override
  public String toString() {
    return "item " + number + " of sender " + sender;
  }
}
