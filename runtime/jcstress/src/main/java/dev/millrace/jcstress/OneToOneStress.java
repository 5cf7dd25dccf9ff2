package dev.millrace.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.millrace.ChannelClosedException;
import dev.millrace.Received;
import dev.millrace.internal.OneToOneChannel;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * The one-to-one flavour within its contract, one thread that sends and one that receives: the
 * rules of the memory model, its bounds and how it ends. With fewer than three processors jcstress
 * leaves out, in silence, what has three actors.
 */
public final class OneToOneStress {

  private OneToOneStress() {}

  private static int poll(OneToOneChannel<Integer> channel) {
    return channel.tryReceive() instanceof Received.Value<Integer>(Integer value) ? value : 0;
  }

  /** A send happens-before the receive that takes its value; here the receiver may have to wait. */
  @JCStressTest
  @Outcome(id = "7, 1", expect = ACCEPTABLE, desc = "The value, and what was written before it.")
  @Outcome(expect = FORBIDDEN, desc = "Something was lost or came too early.")
  @State
  public static class SendBeforeReceive {
    private final OneToOneChannel<Integer> channel = OneToOneChannel.create("ring", 1);
    private int plain;

    /** Sends. */
    @Actor
    public void sender() {
      plain = 1;
      channel.sendNow(7);
    }

    /** Receives. */
    @Actor
    public void receiver(II_Result result) {
      result.r1 = Waiting.receive(channel);
      result.r2 = plain;
    }
  }

  /** The same with nobody waiting. */
  @JCStressTest
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Nothing yet, so nothing is known.")
  @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "Nothing yet; seen by luck.")
  @Outcome(id = "7, 1", expect = ACCEPTABLE, desc = "The value, and what was written before it.")
  @Outcome(expect = FORBIDDEN, desc = "The value came before what was written before it.")
  @State
  public static class SendBeforeTryReceive {
    private final OneToOneChannel<Integer> channel = OneToOneChannel.create("ring", 4);
    private int plain;

    /** Sends. */
    @Actor
    public void sender() {
      plain = 1;
      channel.sendNow(7);
    }

    /** Receives. */
    @Actor
    public void receiver(II_Result result) {
      result.r1 = poll(channel);
      result.r2 = plain;
    }
  }

  /**
   * The same where both ends know that the receiver may park without a limit: if it were not woken,
   * the test would never end.
   */
  @JCStressTest
  @Outcome(id = "7, 1", expect = ACCEPTABLE, desc = "The value, and what was written before it.")
  @Outcome(expect = FORBIDDEN, desc = "Something was lost or came too early.")
  @State
  public static class SendToAReceiverThatStands {
    /** The ends spin until some waits were in vain, for longer than the sender takes. */
    private static final int VAIN_WAITS = 7;

    private final OneToOneChannel<Integer> channel = OneToOneChannel.create("ring", 1);
    private int plain;

    /** Has the receiver wait for nothing, so that it parks at once, and the sender take note. */
    public SendToAReceiverThatStands() {
      for (int i = 0; i < VAIN_WAITS; i++) {
        Waiting.receiveBriefly(channel);
      }
      channel.sendNow(1);
      channel.receiveNow();
    }

    /** Sends. */
    @Actor
    public void sender() {
      plain = 1;
      channel.sendNow(7);
    }

    /** Receives. */
    @Actor
    public void receiver(II_Result result) {
      result.r1 = Waiting.receive(channel);
      result.r2 = plain;
    }
  }

  /** The k-th receive happens-before the (k+C)-th send completes. */
  @JCStressTest
  @Outcome(id = "7, 1", expect = ACCEPTABLE, desc = "Room, and what was written before it was.")
  @Outcome(expect = FORBIDDEN, desc = "There was room before the value had left.")
  @State
  public static class ReceiveBeforeNextSendCompletes {
    private final OneToOneChannel<Integer> channel = OneToOneChannel.create("ring", 1);
    private int plain;

    /** Starts full. */
    public ReceiveBeforeNextSendCompletes() {
      channel.sendNow(7);
    }

    /** Receives. */
    @Actor
    public void receiver(II_Result result) {
      plain = 1;
      result.r1 = Waiting.receive(channel);
    }

    /** Sends. */
    @Actor
    public void sender(II_Result result) {
      Waiting.send(channel, 8);
      result.r2 = plain;
    }
  }

  /** Close happens-before a receive that reports it. */
  @JCStressTest
  @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "The end, and what was written before it.")
  @Outcome(expect = FORBIDDEN, desc = "The end came before what was written before it.")
  @State
  public static class CloseBeforeReceive {
    private final OneToOneChannel<Integer> channel = OneToOneChannel.create("ring", 1);
    private int plain;

    /** Closes. */
    @Actor
    public void sender() {
      plain = 1;
      channel.close();
    }

    /** Receives. */
    @Actor
    public void receiver(II_Result result) {
      result.r1 = Waiting.receive(channel);
      result.r2 = plain;
    }
  }

  /** What the closing thread has sent comes before the end. */
  @JCStressTest
  @Outcome(id = "7, 8, 0", expect = ACCEPTABLE, desc = "Both values in order, and the end.")
  @Outcome(expect = FORBIDDEN, desc = "The end, or the second, came first.")
  @State
  public static class SendBeforeClose {
    private final OneToOneChannel<Integer> channel = OneToOneChannel.create("ring", 2);

    /** Sends and closes. */
    @Actor
    public void sender() {
      channel.sendNow(7);
      channel.sendNow(8);
      channel.close();
    }

    /** Receives. */
    @Actor
    public void receiver(III_Result result) {
      result.r1 = Waiting.receive(channel);
      result.r2 = Waiting.receive(channel);
      result.r3 = Waiting.receive(channel);
    }
  }

  /** The receiver closes at once: the value is with it, was returned, or counts as discarded. */
  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE, desc = "It is accounted for, once.")
  @Outcome(expect = FORBIDDEN, desc = "It is lost, or there twice.")
  @State
  public static class CloseNowOrSend {
    private final OneToOneChannel<Integer> channel = OneToOneChannel.create("ring", 1);
    private int received;

    /** Sends. */
    @Actor
    public void sender() {
      try {
        Waiting.send(channel, 7);
      } catch (ChannelClosedException e) {
        // Then it counts as discarded.
      }
    }

    /** Receives and closes. */
    @Actor
    public void receiver() {
      received = poll(channel) == 7 ? 1 : 0;
      // What it returns counts as discarded.
      List<Integer> unused = channel.closeNow();
    }

    /** Counts. */
    @Arbiter
    public void count(I_Result result) {
      result.r1 = received + (int) channel.discarded();
    }
  }

  /** Somebody else closes: who sent knows whether the value counts. */
  @JCStressTest
  @Outcome(
      id = {"1, 1", "0, 0"},
      expect = ACCEPTABLE,
      desc = "Sent and there, or refused and not there.")
  @Outcome(expect = FORBIDDEN, desc = "Lost, or there although refused.")
  @State
  public static class CloseOrSend {
    private final OneToOneChannel<Integer> channel = OneToOneChannel.create("ring", 1);

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
      result.r2 = poll(channel) == 7 ? 1 : 0;
    }
  }

  /** The capacity is never exceeded: of two sends into one place the second has to wait. */
  @JCStressTest
  @Outcome(
      id = {"1, 0, 7", "2, 7, 8", "1, 7, 0"},
      expect = ACCEPTABLE,
      desc = "One is in, or the first had left before the second came.")
  @Outcome(expect = FORBIDDEN, desc = "Two in one place, or one too few.")
  @State
  public static class NoMoreThanItHolds {
    private final OneToOneChannel<Integer> channel = OneToOneChannel.create("ring", 1);

    /** Sends twice. */
    @Actor
    public void sender(III_Result result) {
      result.r1 = (channel.trySend(7) ? 1 : 0) + (channel.trySend(8) ? 1 : 0);
    }

    /** Receives. */
    @Actor
    public void receiver(III_Result result) {
      result.r2 = poll(channel);
    }

    /** Looks what is left. */
    @Arbiter
    public void look(III_Result result) {
      result.r3 = poll(channel);
    }
  }

  /** A third thread never sees more in it than it holds, nor less than nothing. */
  @JCStressTest
  @Outcome(
      id = {"0", "1", "2"},
      expect = ACCEPTABLE,
      desc = "Within the bounds.")
  @Outcome(expect = FORBIDDEN, desc = "Out of bounds.")
  @State
  public static class SizeWithinBounds {
    private final OneToOneChannel<Integer> channel = OneToOneChannel.create("ring", 2);

    /** Sends. */
    @Actor
    public void sender() {
      for (int i = 1; i <= 4; i++) {
        boolean unused = channel.trySend(i);
      }
    }

    /** Receives. */
    @Actor
    public void receiver() {
      for (int i = 1; i <= 4; i++) {
        int unused = poll(channel);
      }
    }

    /** Looks. */
    @Actor
    public void look(I_Result result) {
      result.r1 = channel.size();
    }
  }
}
