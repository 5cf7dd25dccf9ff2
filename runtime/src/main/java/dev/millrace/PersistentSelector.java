package dev.millrace;

/**
 * A selector that stays registered on its channels from one select to the next, made by {@link
 * Selector.Builder#persistent}. It does all that a selector does, only faster: whoever makes one of
 * its arms ready marks it, so a select looks at that arm alone, however many there are. Use it in a
 * loop that selects over the same channels again and again.
 *
 * <pre>{@code
 * try (PersistentSelector<String> news =
 *     Selector.<String>fair()
 *         .receive(words, word -> "a word: " + word)
 *         .closed(words, () -> "no more words")
 *         .receive(numbers, number -> "a number: " + number)
 *         .persistent()) {
 *   while (true) System.out.println(news.select());
 * }
 * }</pre>
 *
 * <p>Registered is not waiting: to {@link Sender#trySend} and all others it counts as a receiver,
 * or a sender, only while a thread waits in {@link #select}.
 *
 * <p><b>Close it</b> when it is not needed any more. Until then its channels hold on to it, and
 * each operation on them marks its arms; both would last as long as the channels do.
 *
 * @param <R> the type of the results
 */
public final class PersistentSelector<R> extends Selector<R> implements AutoCloseable {

  PersistentSelector(Builder<R> builder) {
    super(builder, true);
  }

  /**
   * Leaves the channels. Closing it again does nothing.
   *
   * @throws IllegalStateException if it is in use: by another thread that selects, or by one of its
   *     own guards
   */
  @Override
  public void close() {
    leave();
  }
}
