package dev.millrace.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.millrace.Channel;
import dev.millrace.Selector;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/** Looks without the lock are true for one instant, whatever holders of the lock do meanwhile. */
public final class LookStress {

  private LookStress() {}

  /** A sender is admitted in the step that takes the head: nobody sees the room in between. */
  @JCStressTest
  @Outcome(
      id = {"1", "2"},
      expect = ACCEPTABLE,
      desc = "Full, or drained by one.")
  @Outcome(expect = FORBIDDEN, desc = "A state that never was.")
  @State
  public static class SizeWhileAdmitting {
    private final Channel<Integer> channel = Channel.buffered(2);

    /** Begins full. */
    public SizeWhileAdmitting() {
      channel.sendNow(1);
      channel.sendNow(2);
    }

    /** Sends one more. */
    @Actor
    public void sender() {
      Waiting.send(channel, 3);
    }

    /** Makes room. */
    @Actor
    public void receiver() {
      Waiting.receive(channel);
    }

    /** Looks. */
    @Actor
    public void looker(I_Result result) {
      result.r1 = channel.size();
    }
  }

  /** There is always a value in one of two channels, so a select with a default finds it. */
  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE, desc = "Found.")
  @Outcome(id = "0", expect = FORBIDDEN, desc = "Nothing anywhere, at no instant.")
  @State
  public static class DefaultIsExact {
    private final Channel<Integer> one = Channel.buffered(1);
    private final Channel<Integer> other = Channel.buffered(1);

    /** Begins with a value in one of them. */
    public DefaultIsExact() {
      one.sendNow(1);
    }

    /** Puts a value into the other before it takes the first out of the one. */
    @Actor
    public void mover() {
      other.sendNow(2);
      one.tryReceive();
    }

    /** Looks for a value in both, in the order in which it would be missed. */
    @Actor
    public void selector(I_Result result) {
      result.r1 =
          Waiting.select(
              Selector.<Integer>prioritised()
                  .receive(other, value -> 1)
                  .receive(one, value -> 1)
                  .otherwise(() -> 0)
                  .build());
    }
  }

  /** Two looks of one thread never go back. */
  @JCStressTest
  @Outcome(
      id = {"0, 0", "0, 1", "1, 1"},
      expect = ACCEPTABLE,
      desc = "In order.")
  @Outcome(expect = FORBIDDEN, desc = "Closed, then open again.")
  @State
  public static class ClosedStaysClosed {
    private final Channel<Integer> channel = Channel.rendezvous();

    /** Closes. */
    @Actor
    public void closer() {
      channel.close();
    }

    /** Looks twice. */
    @Actor
    public void looker(II_Result result) {
      result.r1 = channel.isClosed() ? 1 : 0;
      result.r2 = channel.isClosed() ? 1 : 0;
    }
  }
}
