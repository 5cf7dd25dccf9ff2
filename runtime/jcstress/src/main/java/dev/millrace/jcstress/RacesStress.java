package dev.millrace.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.millrace.Channel;
import dev.millrace.ChannelClosedException;
import dev.millrace.Received;
import dev.millrace.annotation.Nullable;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * Close and interrupt against transfers: what happened is told on both sides, and the same. With
 * fewer than three processors jcstress leaves out, in silence, what has three actors.
 */
public final class RacesStress {

  private RacesStress() {}

  /** One of two closers is first. */
  @JCStressTest
  @Outcome(
      id = {"1, 0", "0, 1"},
      expect = ACCEPTABLE,
      desc = "One of them closed it.")
  @Outcome(expect = FORBIDDEN, desc = "Both or neither.")
  @State
  public static class CloseOnce {
    private final Channel<Integer> channel = Channel.rendezvous();

    /** Closes. */
    @Actor
    public void one(II_Result result) {
      result.r1 = channel.tryClose() ? 1 : 0;
    }

    /** Closes. */
    @Actor
    public void other(II_Result result) {
      result.r2 = channel.tryClose() ? 1 : 0;
    }
  }

  /** A value is buffered and delivered, or refused. */
  @JCStressTest
  @Outcome(
      id = {"1, 1", "0, 0"},
      expect = ACCEPTABLE,
      desc = "Sent and there, or refused and not there.")
  @Outcome(expect = FORBIDDEN, desc = "Lost, or there although refused.")
  @State
  public static class CloseOrSend {
    private final Channel<Integer> channel = Channel.buffered(1);

    /** Sends. */
    @Actor
    public void sender(II_Result result) {
      try {
        Waiting.send(channel, 7);
        result.r1 = 1;
      } catch (ChannelClosedException e) {
        result.r1 = 0;
      }
    }

    /** Closes. */
    @Actor
    public void closer() {
      channel.close();
    }

    /** Looks what is there. */
    @Arbiter
    public void look(II_Result result) {
      result.r2 = channel.tryReceive() instanceof Received.Value ? 1 : 0;
    }
  }

  /** A value goes to the one who closes, or back to its sender. */
  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE, desc = "One of the two has it.")
  @Outcome(expect = FORBIDDEN, desc = "Nobody has it, or both.")
  @State
  public static class CloseNowOrSend {
    private final Channel<Integer> channel = Channel.buffered(1);
    private int refused;
    private int undelivered;

    /** Sends. */
    @Actor
    public void sender() {
      try {
        Waiting.send(channel, 7);
      } catch (ChannelClosedException e) {
        refused = 1;
      }
    }

    /** Closes. */
    @Actor
    public void closer() {
      List<Integer> values = channel.closeNow();
      undelivered = values.size();
    }

    /** Counts. */
    @Arbiter
    public void count(I_Result result) {
      result.r1 = refused + undelivered;
    }
  }

  /** A value goes to the receiver, to the one who closes, or back to its sender: to one of them. */
  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE, desc = "One of the three has it.")
  @Outcome(expect = FORBIDDEN, desc = "Nobody has it, or more than one.")
  @State
  public static class CloseNowSendReceive {
    private final Channel<Integer> channel = Channel.buffered(1);
    private int refused;
    private int received;
    private int undelivered;

    /** Sends. */
    @Actor
    public void sender() {
      try {
        Waiting.send(channel, 7);
      } catch (ChannelClosedException e) {
        refused = 1;
      }
    }

    /** Receives. */
    @Actor
    public void receiver() {
      received = Waiting.receive(channel) == 0 ? 0 : 1;
    }

    /** Closes. */
    @Actor
    public void closer() {
      List<Integer> values = channel.closeNow();
      undelivered = values.size();
    }

    /** Counts. */
    @Arbiter
    public void count(I_Result result) {
      result.r1 = refused + received + undelivered;
    }
  }

  /** A sender that was interrupted before has sent or is told, not both. */
  @JCStressTest
  @Outcome(
      id = {"1, 1", "2, 0"},
      expect = ACCEPTABLE,
      desc = "Transferred and still interrupted, or told and not transferred.")
  @Outcome(expect = FORBIDDEN, desc = "Both or neither.")
  @State
  public static class InterruptedSender {
    private final Channel<Integer> channel = Channel.rendezvous();

    /** Sends. */
    @Actor
    public void sender(II_Result result) {
      Thread.currentThread().interrupt();
      boolean sent;
      try {
        channel.send(7);
        sent = true;
      } catch (InterruptedException e) {
        sent = false;
      }
      boolean flag = Thread.interrupted();
      result.r1 = sent == flag ? (sent ? 1 : 2) : 3;
    }

    /** Receives. */
    @Actor
    public void receiver(II_Result result) {
      result.r2 = channel.tryReceive() instanceof Received.Value ? 1 : 0;
    }
  }

  /** A sender that is interrupted has sent or is told, not both, and the flag is not lost. */
  @JCStressTest
  @Outcome(
      id = {"1, 1", "2, 0"},
      expect = ACCEPTABLE,
      desc = "Transferred, or interrupted and not transferred.")
  @Outcome(expect = FORBIDDEN, desc = "Both or neither.")
  @State
  public static class InterruptOrTransfer {
    private final Channel<Integer> channel = Channel.rendezvous();
    private volatile @Nullable Thread sender;
    private volatile boolean interrupted;

    /** Sends, and stays until it was interrupted, so that the next round is not. */
    @Actor
    public void sender(II_Result result) {
      sender = Thread.currentThread();
      try {
        channel.send(7);
        result.r1 = 1;
      } catch (InterruptedException e) {
        result.r1 = 2;
      }
      while (!interrupted) {
        Thread.onSpinWait();
      }
      if (Thread.interrupted() == (result.r1 == 2)) {
        result.r1 = 3;
      }
    }

    /** Interrupts. */
    @Actor
    public void interrupter() {
      Thread victim = sender;
      while (victim == null) {
        Thread.onSpinWait();
        victim = sender;
      }
      victim.interrupt();
      interrupted = true;
    }

    /** Receives. */
    @Actor
    public void receiver(II_Result result) {
      result.r2 = channel.tryReceive() instanceof Received.Value ? 1 : 0;
    }
  }
}
