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
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/** The rendezvous between two threads: whoever comes second meets who came first. */
public final class OneToOneRendezvousStress {

  private OneToOneRendezvousStress() {}

  private static OneToOneChannel<Integer> rendezvous() {
    return OneToOneChannel.create("rendezvous", 0);
  }

  private static int poll(OneToOneChannel<Integer> channel) {
    return channel.tryReceive() instanceof Received.Value<Integer>(Integer value) ? value : 0;
  }

  /** The two see what the other did before they met, whoever came first. */
  @JCStressTest
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Each sees what the other wrote before.")
  @Outcome(expect = FORBIDDEN, desc = "They met, and one does not see what the other did before.")
  @State
  public static class BothBeforeTheyMeet {
    private final OneToOneChannel<Integer> channel = rendezvous();
    private int bySender;
    private int byReceiver;

    /** Sends. */
    @Actor
    public void sender(II_Result result) {
      bySender = 1;
      Waiting.send(channel, 7);
      result.r1 = byReceiver;
    }

    /** Receives. */
    @Actor
    public void receiver(II_Result result) {
      byReceiver = 1;
      result.r2 = Waiting.receive(channel) == 7 ? bySender : 2;
    }
  }

  /** The same where the sender does not wait: it is let in only by a receiver that does. */
  @JCStressTest
  @Outcome(
      id = {"0, 0", "1, 1"},
      expect = ACCEPTABLE,
      desc = "Nobody waited yet, or who did was seen.")
  @Outcome(expect = FORBIDDEN, desc = "Sent and not received, or not sent and received.")
  @State
  public static class TrySendBeforeReceive {
    private final OneToOneChannel<Integer> channel = rendezvous();
    private int byReceiver;

    /** Sends if somebody waits. */
    @Actor
    public void sender(II_Result result) {
      result.r1 = channel.trySend(7) ? byReceiver : 0;
      channel.close();
    }

    /** Receives. */
    @Actor
    public void receiver(II_Result result) {
      byReceiver = 1;
      result.r2 = Waiting.receive(channel) == 7 ? 1 : 0;
    }
  }

  /** Two that do not wait do not meet. */
  @JCStressTest
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Neither has waited for the other.")
  @Outcome(expect = FORBIDDEN, desc = "There was something between the two.")
  @State
  public static class TryMeetsTry {
    private final OneToOneChannel<Integer> channel = rendezvous();

    /** Sends if somebody waits. */
    @Actor
    public void sender(II_Result result) {
      result.r1 = channel.trySend(7) ? 1 : 0;
    }

    /** Receives if somebody waits. */
    @Actor
    public void receiver(II_Result result) {
      result.r2 = poll(channel);
    }
  }

  /** The receiver closes: the value is with it, or its sender was refused. */
  @JCStressTest
  @Outcome(
      id = {"1, 1", "0, 0"},
      expect = ACCEPTABLE,
      desc = "Sent and received, or refused and discarded.")
  @Outcome(expect = FORBIDDEN, desc = "Lost, or received although refused.")
  @State
  public static class CloseNowOrSend {
    private final OneToOneChannel<Integer> channel = rendezvous();

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

    /** Receives and closes. */
    @Actor
    public void receiver(II_Result result) {
      result.r2 = poll(channel) == 7 ? 1 : 0;
      List<Integer> unused = channel.closeNow();
    }

    /** A refused value must count as discarded, and no other. */
    @Arbiter
    public void count(II_Result result) {
      if (channel.discarded() != 1 - result.r1) {
        result.r1 = 2;
      }
    }
  }

  /** Close happens-before a receive that reports it. */
  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE, desc = "The end, and what was written before it.")
  @Outcome(expect = FORBIDDEN, desc = "The end came before what was written before it.")
  @State
  public static class CloseBeforeReceive {
    private final OneToOneChannel<Integer> channel = rendezvous();
    private int plain;

    /** Closes. */
    @Actor
    public void sender() {
      plain = 1;
      channel.close();
    }

    /** Receives. */
    @Actor
    public void receiver(I_Result result) {
      result.r1 = Waiting.receive(channel) == 0 ? plain : 2;
    }
  }
}
