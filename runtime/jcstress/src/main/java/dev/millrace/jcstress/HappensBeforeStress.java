package dev.millrace.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.millrace.Channel;
import dev.millrace.Received;
import dev.millrace.Selector;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * The three rules of the memory model. In each a plain field is written on the one side and read on
 * the other, with nothing but the channel between them.
 */
public final class HappensBeforeStress {

  private HappensBeforeStress() {}

  /** A send happens-before the receive that takes its value; here the receiver may have to wait. */
  @JCStressTest
  @Outcome(id = "7, 1", expect = ACCEPTABLE, desc = "The value, and what was written before it.")
  @Outcome(expect = FORBIDDEN, desc = "Something was lost or came too early.")
  @State
  public static class SendBeforeReceive {
    private final Channel<Integer> channel = Channel.rendezvous();
    private int plain;

    /** Sends. */
    @Actor
    public void sender() {
      plain = 1;
      Waiting.send(channel, 7);
    }

    /** Receives. */
    @Actor
    public void receiver(II_Result result) {
      result.r1 = Waiting.receive(channel);
      result.r2 = plain;
    }
  }

  /** The same through a buffer, with nobody waiting. */
  @JCStressTest
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Nothing yet, so nothing is known.")
  @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "Nothing yet; seen by luck.")
  @Outcome(id = "7, 1", expect = ACCEPTABLE, desc = "The value, and what was written before it.")
  @Outcome(expect = FORBIDDEN, desc = "The value came before what was written before it.")
  @State
  public static class SendBeforeTryReceive {
    private final Channel<Integer> channel = Channel.buffered(1);
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
      result.r1 =
          channel.tryReceive() instanceof Received.Value<Integer>(Integer value) ? value : 0;
      result.r2 = plain;
    }
  }

  /** The same between two selects. */
  @JCStressTest
  @Outcome(id = "7, 1", expect = ACCEPTABLE, desc = "The value, and what was written before it.")
  @Outcome(expect = FORBIDDEN, desc = "Something was lost or came too early.")
  @State
  public static class SelectBeforeSelect {
    private final Channel<Integer> channel = Channel.rendezvous();
    private final Channel<Integer> other = Channel.rendezvous();
    private int plain;

    /** Sends. */
    @Actor
    public void sender() {
      plain = 1;
      Waiting.select(
          Selector.<Integer>fair()
              .send(channel, () -> 7, () -> 0)
              .receive(other, value -> value)
              .build());
    }

    /** Receives. */
    @Actor
    public void receiver(II_Result result) {
      result.r1 =
          Waiting.select(
              Selector.<Integer>fair()
                  .receive(channel, value -> value)
                  .receive(other, value -> value)
                  .build());
      result.r2 = plain;
    }
  }

  /** The k-th receive happens-before the (k+C)-th send completes: capacity 0. */
  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE, desc = "What the receiver wrote before it received.")
  @Outcome(expect = FORBIDDEN, desc = "The send completed too early.")
  @State
  public static class ReceiveBeforeSendCompletes {
    private final Channel<Integer> channel = Channel.rendezvous();
    private int plain;

    /** Receives. */
    @Actor
    public void receiver() {
      plain = 1;
      Waiting.receive(channel);
    }

    /** Sends. */
    @Actor
    public void sender(I_Result result) {
      Waiting.send(channel, 7);
      result.r1 = plain;
    }
  }

  /** The k-th receive happens-before the (k+C)-th send completes: capacity 1. */
  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE, desc = "What the receiver wrote before it received.")
  @Outcome(expect = FORBIDDEN, desc = "The second send completed too early.")
  @State
  public static class ReceiveBeforeNextSendCompletes {
    private final Channel<Integer> channel = Channel.buffered(1);
    private int plain;

    /** Receives. */
    @Actor
    public void receiver() {
      plain = 1;
      Waiting.receive(channel);
    }

    /** Sends. */
    @Actor
    public void sender(I_Result result) {
      Waiting.send(channel, 7);
      Waiting.send(channel, 8);
      result.r1 = plain;
    }
  }

  /** Close happens-before a receive that reports it. */
  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE, desc = "What was written before the close.")
  @Outcome(expect = FORBIDDEN, desc = "The end came too early.")
  @State
  public static class CloseBeforeReceive {
    private final Channel<Integer> channel = Channel.rendezvous();
    private int plain;

    /** Closes. */
    @Actor
    public void closer() {
      plain = 1;
      channel.close();
    }

    /** Receives. */
    @Actor
    public void receiver(I_Result result) {
      result.r1 = Waiting.receive(channel) == 0 ? plain : 2;
    }
  }

  /** Close happens-before a select that reports it. */
  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE, desc = "What was written before the close.")
  @Outcome(expect = FORBIDDEN, desc = "The end came too early.")
  @State
  public static class CloseBeforeSelect {
    private final Channel<Integer> channel = Channel.rendezvous();
    private int plain;

    /** Closes. */
    @Actor
    public void closer() {
      plain = 1;
      channel.close();
    }

    /** Selects. */
    @Actor
    public void selector(I_Result result) {
      result.r1 = Waiting.select(Selector.<Integer>fair().closed(channel, () -> 0).build()) + plain;
    }
  }
}
