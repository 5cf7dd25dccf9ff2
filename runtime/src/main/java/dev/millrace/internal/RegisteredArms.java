package dev.millrace.internal;

import dev.millrace.annotation.Nullable;
import java.util.Arrays;

/**
 * The arms of selects that stay registered on a channel, guarded by its lock: they are {@linkplain
 * MarkedArms marked} when they are ready, and one may {@linkplain Standing stand} here.
 */
abstract sealed class RegisteredArms extends Pacing permits Flavour {

  /** Null if there are none. */
  Arm @Nullable [] registered;

  /**
   * Whom the holder of the lock has roused, be it before {@link #markReady} failed, and must wake
   * after letting go of it.
   */
  @Nullable Waiter roused;

  /** Lets go of the lock and only then wakes whom the steps under it served. */
  abstract void unlockAndWake();

  // Marks

  /** Whether this flavour marks registered arms. If not, selects ask it each time. */
  abstract boolean marksArms();

  /**
   * Marks the registered arms that are ready. To be called by each holder of the lock who may have
   * made one ready, while nobody can know of it: before claiming those who are told of it, and
   * before letting go of the lock.
   */
  final void markReady() {
    // Every operation comes by here, and on most channels this is all there is to do.
    if (registered != null) {
      markReady(registered, 0);
    }
  }

  private void markReady(Arm[] arms, int from) {
    int next = from;
    try {
      while (next < arms.length) {
        Waiter looks = arms[next++].markIfReady();
        if (looks != null) {
          // Never two of them: who stands here was alone, and nobody else begins to meanwhile.
          roused = looks;
        }
      }
    } finally {
      // Also if one has failed: the other selects know by their marks alone.
      if (next < arms.length) {
        markReady(arms, next);
      }
    }
  }

  final void register(Arm arm) {
    lock();
    try {
      Arm[] before = registered == null ? new Arm[0] : registered;
      Arm[] arms = Arrays.copyOf(before, before.length + 1);
      arms[before.length] = arm;
      registered = arms;
    } finally {
      unlockAndWake();
    }
  }

  final void deregister(Arm arm) {
    lock();
    try {
      arm.standing = null;
      Arm[] before = registered == null ? new Arm[0] : registered;
      Arm[] arms = Arrays.stream(before).filter(other -> other != arm).toArray(Arm[]::new);
      registered = arms.length == 0 ? null : arms;
    } finally {
      unlockAndWake();
    }
  }

  // The arm that stands here; each with the lock held

  /** Whether no other select has registered an arm. */
  final boolean isRegisteredOnly(Waiter select) {
    if (registered == null) {
      return false;
    }
    for (Arm arm : registered) {
      if (!arm.place.waiter.equals(select)) {
        return false;
      }
    }
    return true;
  }

  /** The receiving arm that stands here, whether or not its select waits; null if there is none. */
  final @Nullable Arm standing() {
    return registered == null ? null : standing(registered);
  }

  private static @Nullable Arm standing(Arm[] arms) {
    for (Arm arm : arms) {
      if (arm.standing != null && arm.receives()) {
        return arm;
      }
    }
    return null;
  }

  /**
   * Has the select that stands here wait in the queue as others do, if it waits: for whoever is
   * about to queue behind it, or must know who waits for longer than an instant.
   */
  final void queueWhoStands() {
    Arm arm = standing();
    if (arm != null) {
      arm.queueInstead();
    }
  }
}
