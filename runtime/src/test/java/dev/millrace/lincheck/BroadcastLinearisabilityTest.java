package dev.millrace.lincheck;

import dev.millrace.harness.Campaign;
import dev.millrace.harness.SelectorKind;
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
 * Every operation on a broadcast to two subscribers that does not wait takes effect at one instant,
 * whatever others do at the same time. Those that wait are explored by {@link
 * WaitingOperationsTest}: without a buffer nothing happens unless somebody waits.
 */
@Tag("lincheck")
class BroadcastLinearisabilityTest {

  /** A broadcast with a buffer, and its specification. */
  enum Broadcasts {
    ONE(One.class, OneModel.class),
    TWO(Two.class, TwoModel.class);

    private final Class<? extends Operations> real;
    private final Class<? extends Operations> specification;

    Broadcasts(Class<? extends Operations> real, Class<? extends Operations> specification) {
      this.real = real;
      this.specification = specification;
    }
  }

  /** The other is explored by the campaign: each takes the checker a quarter of a minute. */
  @ParameterizedTest
  @EnumSource(names = "ONE")
  void inAllInterleavings(Broadcasts broadcast) {
    check(broadcast, new ModelCheckingOptions(), 2, 50);
  }

  @ParameterizedTest
  @EnumSource
  void onRealThreads(Broadcasts broadcast) {
    check(broadcast, new StressOptions(), 4, 300);
  }

  @ParameterizedTest
  @EnumSource
  @Tag("campaign")
  void inAllInterleavingsAtLength(Broadcasts broadcast) {
    check(broadcast, new ModelCheckingOptions(), Campaign.share(60), 1_000);
  }

  @ParameterizedTest
  @EnumSource
  @Tag("campaign")
  void onRealThreadsAtLength(Broadcasts broadcast) {
    check(broadcast, new StressOptions(), Campaign.share(100), 20_000);
  }

  private static void check(
      Broadcasts broadcast, Options<?, ?> options, int scenarios, int runsOfEach) {
    options.iterations(scenarios);
    options.invocationsPerIteration(runsOfEach);
    options.threads(3);
    options.actorsPerThread(3);
    options.actorsBefore(1);
    options.actorsAfter(1);
    options.sequentialSpecification(broadcast.specification);
    options.check(broadcast.real);
  }

  /** All operations that do not wait. */
  @Param(name = "subscriber", gen = IntGen.class, conf = "0:1")
  @Param(name = "value", gen = IntGen.class, conf = "1:9")
  public abstract static class Operations {

    abstract Object perform(Operation operation);

    @org.jetbrains.lincheck.datastructures.Operation
    public Object trySend(@Param(name = "value") int value) {
      return perform(new Operation.Send(0, value, Patience.TRY));
    }

    @org.jetbrains.lincheck.datastructures.Operation
    public Object sendNow(@Param(name = "value") int value) {
      return perform(new Operation.Send(0, value, Patience.NOW));
    }

    @org.jetbrains.lincheck.datastructures.Operation
    public Object tryReceive(@Param(name = "subscriber") int subscriber) {
      return perform(new Operation.Receive(subscriber, Patience.TRY));
    }

    @org.jetbrains.lincheck.datastructures.Operation
    public Object receiveInNoTime(@Param(name = "subscriber") int subscriber) {
      return perform(new Operation.Receive(subscriber, Patience.NO_TIME));
    }

    @org.jetbrains.lincheck.datastructures.Operation
    public Object size(@Param(name = "subscriber") int subscriber) {
      return perform(new Operation.Look(subscriber, Operation.Look.Fact.SIZE));
    }

    @org.jetbrains.lincheck.datastructures.Operation
    public Object isClosed(@Param(name = "subscriber") int subscriber) {
      return perform(new Operation.Look(subscriber, Operation.Look.Fact.CLOSED));
    }

    @org.jetbrains.lincheck.datastructures.Operation(runOnce = true)
    public Object close() {
      return perform(new Operation.Close(0, Operation.Close.Way.TRY));
    }

    @org.jetbrains.lincheck.datastructures.Operation(runOnce = true)
    public Object closeWithFailure() {
      return perform(new Operation.Close(0, Operation.Close.Way.FAILURE));
    }

    @org.jetbrains.lincheck.datastructures.Operation(runOnce = true)
    public Object closeNow() {
      return perform(new Operation.Close(0, Operation.Close.Way.NOW));
    }
  }

  /** The real thing. */
  abstract static class Real extends Operations {

    private final RealChannels broadcast;

    Real(int capacity) {
      broadcast = new RealChannels(List.of(Kind.broadcast(capacity, 2)), SelectorKind.BARE);
    }

    @Override
    Object perform(Operation operation) {
      try {
        return broadcast.perform(operation);
      } catch (InterruptedException e) {
        throw new AssertionError("nobody interrupts", e);
      }
    }
  }

  /** What it must look like. */
  abstract static class Specification extends Operations {

    private final BroadcastModel model;

    Specification(int capacity) {
      model = new BroadcastModel(Kind.broadcast(capacity, 2));
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
}
