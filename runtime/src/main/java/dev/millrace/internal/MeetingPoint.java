package dev.millrace.internal;

import dev.millrace.annotation.Nullable;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;

/**
 * Where the two threads of a {@link OneToOneRendezvous} meet. One word says who is there and waits:
 * nobody (null), the receiver ({@link #RECEIVER}), or the sender, for whom its value stands.
 *
 * <p>Who comes and finds the other there takes it out of the word, and who waits and gives up takes
 * itself out, both by compare-and-set. So a value is handed over or the wait ends without it, never
 * both and never neither. Nobody else ever puts in what stands for this end, so who waits was met
 * as soon as the word says anything else.
 *
 * <p>All steps on the word are volatile. What either thread did before it came is therefore visible
 * to the other after they met.
 */
final class MeetingPoint extends MeetingPointFields.Back {

  private enum Party {
    RECEIVER
  }

  /** Stands for the receiver. No user has hold of it, so it is no value. */
  static final Object RECEIVER = Party.RECEIVER;

  private static final VarHandle PRESENT;

  static {
    try {
      PRESENT = MethodHandles.lookup().findVarHandle(MeetingPoint.class, "present", Object.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** Comes to wait, unless the other one is there already. */
  boolean enter(Object who) {
    return PRESENT.compareAndSet(this, null, who);
  }

  /** Whether who has come has not been met yet. */
  @SuppressWarnings("ReferenceEquality") // An equal value would be another one.
  boolean holds(Object who) {
    return present == who;
  }

  /** Goes without having been met; false if it was met. */
  boolean leave(Object who) {
    return PRESENT.compareAndSet(this, who, null);
  }

  /** Meets a waiting sender: its value, or null if none waits. Called by the receiver. */
  @Nullable
  Object takeOffered() {
    Object value = present;
    return value != null && leave(value) ? value : null;
  }

  /** Meets a waiting receiver and gives it the value, if one waits. Called by the sender. */
  boolean give(Object value) {
    if (!holds(RECEIVER)) {
      return false;
    }
    // Before the step that publishes it. The receiver looks only after having been met.
    given = value;
    if (leave(RECEIVER)) {
      return true;
    }
    given = null;
    return false;
  }

  /** What the receiver was given. Called by the receiver, once after having been met. */
  Object takeGiven() {
    Object value = Objects.requireNonNull(given);
    given = null;
    return value;
  }

  /** Whether this end waits. */
  @SuppressWarnings("ReferenceEquality") // Not by type: that would read the value's own memory.
  boolean isPresent(boolean sender) {
    Object seen = present;
    return sender ? seen != null && seen != RECEIVER : seen == RECEIVER;
  }
}
