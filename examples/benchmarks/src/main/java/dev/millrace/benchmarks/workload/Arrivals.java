package dev.millrace.benchmarks.workload;

import dev.millrace.benchmarks.Fault;
import dev.millrace.benchmarks.Item;
import java.util.Arrays;
import java.util.Collection;

/** What one of several receivers got of what several senders sent. */
public final class Arrivals {
  private final int[] last;
  private int count;
  private long checksum;

  /** Nothing yet. */
  public Arrivals(int senders) {
    last = new int[senders];
    Arrays.fill(last, -1);
  }

  /** Of each sender's items, every receiver sees some, in order. */
  public void add(Item item) {
    if (item.number() <= last[item.sender()]) {
      throw new Fault(item + " came after its number " + last[item.sender()] + ".");
    }
    last[item.sender()] = item.number();
    count++;
    checksum += weight(item);
  }

  /** All receivers together must have got each item of each sender once. */
  public static void check(Collection<Arrivals> all, int senders, int itemsOfEach) {
    Arrivals expected = new Arrivals(senders);
    for (int sender = 0; sender < senders; sender++) {
      for (int number = 0; number < itemsOfEach; number++) {
        expected.add(new Item(sender, number));
      }
    }
    long count = all.stream().mapToLong(arrivals -> arrivals.count).sum();
    long checksum = all.stream().mapToLong(arrivals -> arrivals.checksum).sum();
    if (count != expected.count || checksum != expected.checksum) {
      throw new Fault(
          "Count and checksum should be %d and %d, but are %d and %d."
              .formatted(expected.count, expected.checksum, count, checksum));
    }
  }

  /** Not linear, so that a value too high does not make up for one too low. */
  private static long weight(Item item) {
    long key = ((long) item.sender() << 24) + item.number();
    return key * key;
  }
}
