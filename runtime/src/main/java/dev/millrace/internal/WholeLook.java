package dev.millrace.internal;

import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * A look at all arms of a select, without any lock, that tells whether there was an instant at
 * which none of them was ready. It changes nothing, not even in the select.
 *
 * <p><b>One instant.</b> It takes the stamp of each arm's channel, looks at the arm, and having
 * been through all takes the stamps again. If they are the same, each channel has stood still from
 * its first stamp to its second, and all these spans have in common the instant between the two
 * passes: what was read of each channel was true then.
 *
 * <p><b>An instant of this call.</b> The looker holds no lock that would keep its reads behind its
 * own last operation. But stamps are volatile reads, and locks are taken by compare-and-set: of two
 * threads that each send to one channel and then look at the other's, one finds the other's lock
 * held or its value there.
 *
 * <p><b>One sum</b> stands for all stamps: each of them only grows, so their sum is the same only
 * if all of them are. So there is nothing to write down.
 *
 * <p><b>Silent arms</b> may have become ready since they were looked at although their channels
 * stood still, by time or by the end of a contribution; but not the other way round. So they are
 * looked at once more between the two passes: what is not ready then was not ready before, down to
 * the end of the first pass, which is the instant that counts.
 */
final class WholeLook {

  private final Arm[] arms;

  /** Those that can become ready while their channels stand still. */
  private final Arm[] silent;

  WholeLook(Arm[] arms) {
    this.arms = arms;
    this.silent = Arrays.stream(arms).filter(Arm::isSilent).toArray(Arm[]::new);
  }

  /** Whether no arm that takes part was ready at one instant. False if it cannot tell. */
  boolean findsNothing() {
    long before = 0;
    for (Arm arm : arms) {
      if (arm.enabled) {
        long stamp = arm.channel.lookStamp();
        if (SequenceLock.isHeld(stamp) || !arm.looksUnready()) {
          return false;
        }
        before += stamp;
      }
    }
    for (Arm arm : silent) {
      if (arm.enabled && !arm.looksUnready()) {
        return false;
      }
    }
    // What was read must not sink below the stamps that vouch for it.
    VarHandle.acquireFence();
    long after = 0;
    for (Arm arm : arms) {
      if (arm.enabled) {
        after += arm.channel.lookStamp();
      }
    }
    return before == after;
  }
}
