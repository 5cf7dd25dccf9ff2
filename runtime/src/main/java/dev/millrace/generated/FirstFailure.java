package dev.millrace.generated;

import dev.millrace.TopologyFailedException;
import dev.millrace.annotation.Nullable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What the first stage that failed threw, and what others threw after it. */
final class FirstFailure {

  private @Nullable String stage;
  private volatile @Nullable Throwable cause;
  private final List<Throwable> later = new ArrayList<>();

  /**
   * Puts what the current thread's stage threw on record.
   *
   * @return whether it is the first
   */
  @SuppressWarnings("ReferenceEquality") // Users may define what is equal; this is about being it.
  synchronized boolean add(Throwable thrown) {
    if (cause == null) {
      // Nothing is allocated before it is on record: memory may be just what has run out.
      stage = Thread.currentThread().getName();
      cause = thrown;
      return true;
    }
    if (cause != thrown) {
      later.add(thrown);
    }
    return false;
  }

  /** What the first stage threw, or null. */
  @Nullable
  Throwable cause() {
    return cause;
  }

  /**
   * Throws an exception of the caller's own. Were it one for all, {@code close()} after a {@code
   * join()} in one {@code try} would have to suppress it in itself.
   */
  synchronized void throwIfHappened() {
    if (cause != null) {
      var failed = new TopologyFailedException(Objects.requireNonNull(stage), cause);
      later.forEach(failed::addSuppressed);
      throw failed;
    }
  }
}
