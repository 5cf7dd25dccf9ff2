package dev.millrace.lincheck;

import dev.millrace.harness.Campaign;
import dev.millrace.internal.OneToOneChannel;
import java.util.List;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Options;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A one-to-one channel within its contract: one thread sends, and closes when it has sent
 * everything; one thread receives; any thread looks. Every operation that does not wait then takes
 * effect at one instant, as with any other channel. What else may happen to it, {@code
 * OneToOneInterleavingsTest} explores.
 */
@Tag("lincheck")
class OneToOneLinearisabilityTest {

  /** A channel, and its specification. */
  enum Channels {
    ZERO(Zero.class, ZeroModel.class),
    ONE(One.class, OneModel.class),
    TWO(Two.class, TwoModel.class),
    THREE(Three.class, ThreeModel.class),
    FOUR(Four.class, FourModel.class);

    private final Class<? extends Operations> real;
    private final Class<? extends Operations> specification;

    Channels(Class<? extends Operations> real, Class<? extends Operations> specification) {
      this.real = real;
      this.specification = specification;
    }
  }

  @ParameterizedTest
  @EnumSource(names = "THREE")
  void inAllInterleavings(Channels channel) {
    check(channel, new ModelCheckingOptions(), 3, 50);
  }

  @ParameterizedTest
  @EnumSource
  void onRealThreads(Channels channel) {
    check(channel, new StressOptions(), 4, 300);
  }

  @ParameterizedTest
  @EnumSource
  @Tag("campaign")
  void inAllInterleavingsAtLength(Channels channel) {
    check(channel, new ModelCheckingOptions(), Campaign.share(60), 1_000);
  }

  @ParameterizedTest
  @EnumSource
  @Tag("campaign")
  void onRealThreadsAtLength(Channels channel) {
    check(channel, new StressOptions(), Campaign.share(100), 20_000);
  }

  private static void check(
      Channels channel, Options<?, ?> options, int scenarios, int runsOfEach) {
    options.iterations(scenarios);
    options.invocationsPerIteration(runsOfEach);
    options.threads(3);
    options.actorsPerThread(4);
    options.actorsBefore(0);
    options.actorsAfter(0);
    options.sequentialSpecification(channel.specification);
    options.check(channel.real);
  }

  /** What each of the threads may do. Lincheck keeps the operations of a group in one thread. */
  @Param(name = "value", gen = IntGen.class, conf = "1:9")
  public abstract static class Operations {

    private static final String SENDER = "sender";
    private static final String RECEIVER = "receiver";

    abstract Object perform(Operation operation);

    @org.jetbrains.lincheck.datastructures.Operation(nonParallelGroup = SENDER)
    public Object trySend(@Param(name = "value") int value) {
      return perform(new Operation.Send(0, value, Patience.TRY));
    }

    @org.jetbrains.lincheck.datastructures.Operation(nonParallelGroup = SENDER)
    public Object trySendInNoTime(@Param(name = "value") int value) {
      return perform(new Operation.Send(0, value, Patience.NO_TIME));
    }

    @org.jetbrains.lincheck.datastructures.Operation(nonParallelGroup = SENDER)
    public Object sendNow(@Param(name = "value") int value) {
      return perform(new Operation.Send(0, value, Patience.NOW));
    }

    @org.jetbrains.lincheck.datastructures.Operation(nonParallelGroup = SENDER, runOnce = true)
    public Object close() {
      return perform(new Operation.Close(0, Operation.Close.Way.PLAIN));
    }

    @org.jetbrains.lincheck.datastructures.Operation(nonParallelGroup = SENDER, runOnce = true)
    public Object closeWithFailure() {
      return perform(new Operation.Close(0, Operation.Close.Way.FAILURE));
    }

    @org.jetbrains.lincheck.datastructures.Operation(nonParallelGroup = RECEIVER)
    public Object tryReceive() {
      return perform(new Operation.Receive(0, Patience.TRY));
    }

    @org.jetbrains.lincheck.datastructures.Operation(nonParallelGroup = RECEIVER)
    public Object tryReceiveInNoTime() {
      return perform(new Operation.Receive(0, Patience.NO_TIME));
    }

    @org.jetbrains.lincheck.datastructures.Operation(nonParallelGroup = RECEIVER)
    public Object receiveNow() {
      return perform(new Operation.Receive(0, Patience.NOW));
    }

    @org.jetbrains.lincheck.datastructures.Operation
    public Object isClosed() {
      return perform(new Operation.Look(0, Operation.Look.Fact.CLOSED));
    }

    @org.jetbrains.lincheck.datastructures.Operation
    public Object size() {
      return perform(new Operation.Look(0, Operation.Look.Fact.SIZE));
    }
  }

  /** The real thing. */
  abstract static class Real extends Operations {

    private final List<Ends> channel;

    Real(int capacity) {
      channel = List.of(Ends.of(OneToOneChannel.create("channel", capacity)));
    }

    @Override
    Object perform(Operation operation) {
      try {
        return operation.perform(channel);
      } catch (InterruptedException e) {
        throw new AssertionError("nobody interrupts", e);
      }
    }
  }

  /** What it must look like. */
  abstract static class Specification extends Operations {

    private final ChannelModel model;

    Specification(int capacity) {
      model = new ChannelModel(List.of(Kind.waiting(capacity)));
    }

    @Override
    Object perform(Operation operation) {
      return model.perform(operation);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Specification that && model.equals(that.model);
    }

    @Override
    public int hashCode() {
      return model.hashCode();
    }
  }

  // Lincheck makes an instance for every run and wants a class with a constructor for that.

  public static final class Zero extends Real {
    public Zero() {
      super(0);
    }
  }

  public static final class ZeroModel extends Specification {
    public ZeroModel() {
      super(0);
    }
  }

  public static final class One extends Real {
    public One() {
      super(1);
    }
  }

  public static final class OneModel extends Specification {
    public OneModel() {
      super(1);
    }
  }

  public static final class Two extends Real {
    public Two() {
      super(2);
    }
  }

  public static final class TwoModel extends Specification {
    public TwoModel() {
      super(2);
    }
  }

  public static final class Three extends Real {
    public Three() {
      super(3);
    }
  }

  public static final class ThreeModel extends Specification {
    public ThreeModel() {
      super(3);
    }
  }

  public static final class Four extends Real {
    public Four() {
      super(4);
    }
  }

  public static final class FourModel extends Specification {
    public FourModel() {
      super(4);
    }
  }
}
