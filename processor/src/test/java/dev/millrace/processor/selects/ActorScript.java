package dev.millrace.processor.selects;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Stops an actor at its first event and at its first {@code @Otherwise}, and keeps the others. */
public final class ActorScript {

  static final String BEGIN = "Begin";
  static final String OTHERWISE = "otherwise";

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch prepared = new CountDownLatch(1);
  private final CountDownLatch drained = new CountDownLatch(1);
  private final List<String> told = new CopyOnWriteArrayList<>();
  private final AtomicInteger selects = new AtomicInteger();
  private volatile Duration patience = Patience.LONG.time;
  private volatile @Nullable Thread actor;

  /** Called by the actor before each select that has a time. */
  public Duration patience() {
    selects.incrementAndGet();
    return patience;
  }

  /** Called by the actor for each event. */
  public String happened(String what) throws InterruptedException {
    switch (what) {
      case BEGIN -> {
        actor = Thread.currentThread();
        begun.countDown();
        prepared.await();
        told.add(BEGIN);
      }
      case OTHERWISE -> {
        if (begun.getCount() == 0 && drained.getCount() > 0) {
          told.add(OTHERWISE);
          drained.await();
        } else {
          // It is told so over and over, and must not keep a single carrier from all others.
          LockSupport.parkNanos(1);
        }
      }
      default -> told.add(what);
    }
    return what;
  }

  void awaitBegin() throws InterruptedException {
    begun.await();
  }

  /** Lets the actor go on after its first event, to wait so long in each select. */
  void release(Patience patience) {
    this.patience = patience.time;
    prepared.countDown();
  }

  /** From now on it may be told over and over that there is nothing. */
  void releaseFromOtherwise() {
    drained.countDown();
  }

  /** In how many selects the actor has asked how long to wait. */
  int selects() {
    return selects.get();
  }

  /** What was told as the so-maniest, after waiting for it. */
  String told(int index) {
    Peer.await(() -> told.size() > index || hasEnded(), () -> "events: " + told);
    if (told.size() <= index) {
      throw new AssertionError("ended after " + told);
    }
    return told.get(index);
  }

  List<String> told() {
    return List.copyOf(told);
  }

  void awaitWait() {
    Peer.await(() -> Peer.isWaiting(actor()) || hasEnded(), this::state);
    if (hasEnded()) {
      throw new AssertionError("should wait, but ended after " + told);
    }
  }

  void awaitEnd() {
    Peer.await(this::hasEnded, this::state);
  }

  private boolean hasEnded() {
    return actor().getState() == Thread.State.TERMINATED;
  }

  private String state() {
    return "actor is " + actor().getState() + " after " + told;
  }

  private Thread actor() {
    return Objects.requireNonNull(actor, "actor has not begun");
  }
}
