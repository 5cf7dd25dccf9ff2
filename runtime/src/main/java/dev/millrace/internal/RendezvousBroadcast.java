package dev.millrace.internal;

import dev.millrace.annotation.Nullable;
import java.util.List;
import java.util.Objects;

/**
 * A {@link Broadcast} without a buffer: a send completes when every subscriber has taken the value.
 *
 * <p>There is one place, for the value that is being handed over. Subscribers take it one after the
 * other, as they come, and the next value is put there when the last of them has. So a send is not
 * one instant, and this is what it means to stop in the middle of it: <b>the first to take the
 * value decides.</b>
 *
 * <ul>
 *   <li>Until then the sender can take the value back. If it is interrupted or its time passes, if
 *       the channel or its contribution is closed, the value reaches nobody.
 *   <li>From then on the value is sent. It stays for the others, also if the sender stops waiting
 *       for them: an interrupted {@code send} returns with the flag set, a timed {@code trySend}
 *       returns true, a close lets both return. None of them throws.
 * </ul>
 *
 * <p>So a value reaches every subscriber or none, and a send either returns or throws to match. It
 * is decided under the lock, and not by the claim that ends the wait: a sender who has given up
 * still asks there ({@link #takesBack}) what became of its value.
 *
 * <p>An offer sends to nobody if it cannot send to everybody at once, and so it takes a receiver of
 * each subscriber that waits. If one of these gives up in the same instant, the value stays for its
 * subscriber. So it does if one select waits for several subscribers: parked, it counts as a
 * receiver of each, and takes the value for one of them. A select cannot send here: its arm would
 * have to wait until everybody waits at once, where a send has them come one by one.
 */
final class RendezvousBroadcast<T> extends Broadcast<T> {

  /** The sender of the value in the only place, unless it has stopped waiting. */
  private @Nullable Place handingOver;

  RendezvousBroadcast(String name) {
    super(name, 1);
  }

  /** Whether no sender waits until the value in the only place was taken. */
  boolean handsNothingOver() {
    return handingOver == null;
  }

  // Sending to all at once

  @Override
  boolean push(Object value) {
    if (!canPush()) {
      return false;
    }
    try {
      put(value);
    } catch (Throwable failed) {
      if (!isFirstTaken()) {
        takeBack();
        throw failed;
      }
      // Somebody has it already: it is sent, and stays for the others.
    }
    if (!isFirstTaken() && !live().isEmpty()) {
      // All who waited have given up in between, so nobody waits.
      takeBack();
      return false;
    }
    settle();
    return true;
  }

  @Override
  boolean canPush() {
    if (!hasFreePlace()) {
      return false;
    }
    for (Subscription<T> subscription : live()) {
      if (!subscription.receivers().hasWaiting()) {
        return false;
      }
    }
    return true;
  }

  @Override
  boolean looksUnableToPush() {
    return !closedForSenders() && !hasFreePlace();
  }

  // Sending to one after the other

  /** A value that is sent and not only tried has its turn, whoever waits. */
  @Override
  boolean pushFirst(Object value) {
    return false;
  }

  @Override
  SoloWaiter waitToSend(Object value, @Nullable SendEnd<?> contribution, SoloWaiter.Manner manner) {
    SoloWaiter waiter = super.waitToSend(value, contribution, manner);
    try {
      settle();
    } catch (Throwable failed) {
      if (takesBack(waiter)) {
        throw failed;
      }
      // Somebody has it already: it is sent, and stays for the others.
      boolean unused = waiter.claim(waiter.arm);
    }
    return waiter;
  }

  /** It is not claimed: it goes on waiting, and can still take the value back. */
  @Override
  boolean admit() {
    if (!looksOffered()) {
      return false;
    }
    // For those who wait for its value: no memory may be wanting once it is out of the queue.
    makeRoomToSettle();
    Place sender = removeSender();
    if (sender == null) {
      return false;
    }
    handingOver = sender;
    put(Objects.requireNonNull(sender.item));
    return true;
  }

  @Override
  int mostServedBySettling() {
    int put = looksOffered() ? mostServedByPut() : 0;
    // If they are all it is sent to, its own sender is served with them.
    return (handingOver == null ? 0 : 1) + (put == 0 ? 0 : put + 1);
  }

  @Override
  void forgotten() {
    if (handingOver != null) {
      release(handingOver);
    }
  }

  /** The value of this sender is out of its hands. It may have stopped waiting just now. */
  private void release(Place sender) {
    // First of all: if there is no memory, the sender must not be forgotten.
    List<Waiter> served = toWake(1);
    handingOver = null;
    if (sender.waiter.claim(sender.arm)) {
      served.add(sender.waiter);
    }
  }

  @Override
  boolean awaitSent(SoloWaiter waiter, long deadline) throws InterruptedException {
    int outcome = Waiter.WAITING;
    while (outcome == Waiter.WAITING) {
      outcome = waiter.park(deadline, Waiter.FOREVER);
    }
    return outcome != Waiter.GAVE_UP || !withdraw(waiter);
  }

  /** As {@link #takesBack}, without the lock. */
  private boolean withdraw(Place sender) {
    boolean takenBack = true;
    lock();
    try {
      takenBack = takesBack(sender);
    } finally {
      unlockHaving(takenBack);
    }
    return takenBack;
  }

  @Override
  boolean leave(SoloWaiter waiter, Throwable failed) {
    if (!waiter.giveUp()) {
      return false;
    }
    boolean takenBack = takesBack(waiter);
    if (!takenBack && failed instanceof InterruptedException) {
      // Somebody has it already: it is sent, and the interrupt is left to the caller.
      Thread.currentThread().interrupt();
    }
    return takenBack;
  }

  /**
   * With the lock held, for a sender that stops waiting: whether the value goes with it, because
   * nobody has taken it. Asked once more, after an error, it says the same.
   */
  private boolean takesBack(Place sender) {
    if (sender.isQueued()) {
      senders().remove(sender);
      sender.closed = true;
    } else if (sender.equals(handingOver)) {
      handingOver = null;
      if (!isFirstTaken()) {
        takeBack();
        sender.closed = true;
        settle();
      }
    }
    // Else it is over, in one way or the other, after this thread had given up.
    return sender.closed;
  }

  // Closing

  @Override
  void refuseHandOver() {
    if (handingOver != null) {
      dismiss(handingOver);
    }
  }

  @Override
  void refuse(SendEnd<T> contribution) {
    super.refuse(contribution);
    lock();
    try {
      if (handingOver != null && handingOver.contribution == contribution) {
        makeRoomToSettle();
        dismiss(handingOver);
        settle();
      }
    } finally {
      unlockAndWake();
    }
  }

  /** The sender of the value in the only place must not wait: if nobody has it, it is refused. */
  private void dismiss(Place sender) {
    if (!isFirstTaken()) {
      takeBack();
      sender.closed = true;
    }
    release(sender);
  }

  // Looking

  @Override
  public int capacity() {
    return 0;
  }

  /** What is being handed over counts as little as what one sender holds out to one receiver. */
  @Override
  public int size() {
    return 0;
  }
}
