package dev.millrace.internal;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * The last steps before a park in a select of rings, or at one of them, against those that must see
 * them: here a fence that is missing shows. In the package of what it tests, since from outside a
 * wake-up that is lost only looks like one that the watch makes up for.
 */
public final class RingSelectStress {

  private RingSelectStress() {}

  /** One end of a ring with one place is about to park, and is judged when the other has ended. */
  abstract static class Parking {

    static {
      // Then there is a single look between announcement and park. Twenty take so long that every
      // store has arrived, on the processors at hand, whether or not there was a fence. Each test
      // has a JVM of its own.
      System.setProperty("jdk.virtualThreadScheduler.parallelism", "1");
    }

    final SelectEnd selecting = new SelectEnd(new Watch((look, delay) -> beforePark()));
    final ArmRing<Integer> ring = new ArmRing<>("ring", 1, selecting);

    /** A deadline for who is about to park, but does not. */
    final long passed = System.nanoTime();

    private boolean forgotten;
    private volatile boolean otherEnded;

    Parking() {
      var builder = new SelectBuilder(false);
      builder.addReceive(ring);
      Select unused = builder.buildAny();
    }

    abstract WatchedEnd parking();

    private void beforePark() {
      while (!otherEnded) {
        Thread.onSpinWait();
      }
      forgotten = parking().hasAnnounced();
      // That it goes on in any case.
      LockSupport.unpark(Thread.currentThread());
    }

    /** A sender waits until the first value has left. */
    static void await(WatchedEnd end, long deadline) {
      try {
        boolean unused = end.await(deadline);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    /** The result: 1 if it is about to sleep, could go on and nobody has woken it. */
    final int outcome() {
      return forgotten ? 1 : 0;
    }

    final void otherHasEnded() {
      otherEnded = true;
    }
  }

  /** What a sender has put in that is about to park the select sees, or is seen itself. */
  @JCStressTest
  @Outcome(id = "0", expect = ACCEPTABLE, desc = "The select has seen the value, or is woken.")
  @Outcome(expect = FORBIDDEN, desc = "It sleeps, and there is a value.")
  @State
  public static class SelectAndSenderPark extends Parking {

    @Override
    WatchedEnd parking() {
      return selecting;
    }

    /** Sends without a look at the announcement, and is about to wait for room. */
    @Actor
    public void sender() {
      ring.fill(0, 7);
      ring.sender.advance(1);
      await(ring.sender, passed);
      otherHasEnded();
    }

    /** Waits. */
    @Actor
    public void selecting(I_Result result) {
      await(selecting, Waiter.FOREVER);
      result.r1 = outcome();
    }
  }

  /** The room that a select has made that is about to park the sender sees, or is seen itself. */
  @JCStressTest
  @Outcome(id = "0", expect = ACCEPTABLE, desc = "The sender has seen the room, or is woken.")
  @Outcome(expect = FORBIDDEN, desc = "It sleeps, and there is room.")
  @State
  public static class SenderAndSelectPark extends Parking {

    /** Starts full. */
    public SenderAndSelectPark() {
      ring.sendNow(7);
    }

    @Override
    WatchedEnd parking() {
      return ring.sender;
    }

    /** Receives without a look at the announcement, and is about to wait for a value. */
    @Actor
    public void selecting() {
      ring.empty(0);
      ring.receiver.advance(1);
      await(selecting, passed);
      otherHasEnded();
    }

    /** Waits. */
    @Actor
    public void sender(I_Result result) {
      await(ring.sender, Waiter.FOREVER);
      result.r1 = outcome();
    }
  }

  /** Who closes sees the announcement, or is seen itself. */
  @JCStressTest
  @Outcome(id = "0", expect = ACCEPTABLE, desc = "The select has seen the end, or is woken.")
  @Outcome(expect = FORBIDDEN, desc = "It sleeps, and there is the end.")
  @State
  public static class SelectParksAndClose extends Parking {

    @Override
    WatchedEnd parking() {
      return selecting;
    }

    /** Closes. */
    @Actor
    public void closer() {
      ring.close();
      otherHasEnded();
    }

    /** Waits. */
    @Actor
    public void selecting(I_Result result) {
      await(selecting, Waiter.FOREVER);
      result.r1 = outcome();
    }
  }

  /** Who announces during the last look of the watch is seen by it, or begins anew. */
  @JCStressTest
  @Outcome(id = "0", expect = ACCEPTABLE, desc = "Somebody looks after it.")
  @Outcome(expect = FORBIDDEN, desc = "Nobody ever looks after it.")
  @State
  public static class AnnouncementAndLastLook {
    private final SelectEnd selecting;
    private final ArmRing<Integer> ring;
    private final Watch watch = new Watch((look, delay) -> this.due.add(look));
    private final Runnable last;

    /**
     * All that somebody is to run later: of two that both begin one, each may be the one to act.
     */
    private final Queue<Runnable> due = new ConcurrentLinkedQueue<>();

    /** A look is pending, for somebody who waits no more. */
    public AnnouncementAndLastLook() {
      selecting = new SelectEnd(watch);
      ring = new ArmRing<>("ring", 1, selecting);
      var builder = new SelectBuilder(false);
      builder.addReceive(ring);
      Select unused = builder.buildAny();
      watch.begin();
      last = due.remove();
    }

    /** Looks. */
    @Actor
    public void watch() {
      last.run();
    }

    /** Announces that it waits. */
    @Actor
    public void selecting() {
      selecting.setAnnounced();
      VarHandle.fullFence();
      watch.begin();
    }

    /** Lets the next look, if there is one, find that the wait is in vain. */
    @Arbiter
    public void look(I_Result result) {
      ring.fill(0, 7);
      List.copyOf(due).forEach(Runnable::run);
      result.r1 = selecting.hasAnnounced() ? 1 : 0;
    }
  }

  /** A send happens-before the select that receives its value, and comes before the end. */
  @JCStressTest
  @Outcome(id = "7, 1, 0", expect = ACCEPTABLE, desc = "The value, what came before it, the end.")
  @Outcome(expect = FORBIDDEN, desc = "Something was lost or came too early.")
  @State
  public static class SendBeforeSelect {
    // Without a watch: the close has a fence, and so there is no wake-up to be missed.
    private final SelectEnd selecting = new SelectEnd(new Watch((look, delay) -> {}));
    private final ArmRing<Integer> ring = new ArmRing<>("ring", 1, selecting);
    private final Select select;
    private int plain;

    /** One arm for the value, and one for the end. */
    public SendBeforeSelect() {
      var builder = new SelectBuilder(false);
      builder.addEnd(ring, new EndNotice());
      builder.addReceive(ring);
      select = builder.buildAny();
    }

    /** Sends and closes. */
    @Actor
    public void sender() {
      plain = 1;
      ring.sendNow(7);
      ring.close();
    }

    /** Receives the value, and the end. */
    @Actor
    public void selecting(III_Result result) {
      int arm = next();
      result.r1 = arm == 1 ? (int) select.takeValue(arm) : 0;
      result.r2 = plain;
      result.r3 = next();
    }

    private int next() {
      try {
        return select.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
