package dev.millrace.lincheck;

import dev.millrace.Channel;
import java.util.List;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Options;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every operation that does not wait takes effect at one instant, whatever others do at the same
 * time: Lincheck makes up scenarios of all of them over two channels and compares with {@link
 * ChannelModel}. Operations that wait are explored by {@link WaitingOperationsTest}.
 */
@Tag("lincheck")
class ChannelLinearisabilityTest {

  /** Two channels of the same capacity, and their specification. */
  enum Capacity {
    ZERO(Rendezvous.class, RendezvousModel.class),
    ONE(One.class, OneModel.class),
    TWO(Two.class, TwoModel.class),
    UNLIMITED(Unlimited.class, UnlimitedModel.class);

    private final Class<? extends ChannelOperations> channels;
    private final Class<? extends ChannelOperations> specification;

    Capacity(
        Class<? extends ChannelOperations> channels,
        Class<? extends ChannelOperations> specification) {
      this.channels = channels;
      this.specification = specification;
    }
  }

  /** The other capacities are explored by the campaign: each takes the checker half a minute. */
  @ParameterizedTest
  @EnumSource(names = "ONE")
  void inAllInterleavings(Capacity capacity) {
    check(capacity, new ModelCheckingOptions(), 1, 50);
  }

  @ParameterizedTest
  @EnumSource
  void onRealThreads(Capacity capacity) {
    check(capacity, new StressOptions(), 4, 300);
  }

  @ParameterizedTest
  @EnumSource
  @Tag("campaign")
  void inAllInterleavingsAtLength(Capacity capacity) {
    check(capacity, new ModelCheckingOptions(), 200, 5_000);
  }

  @ParameterizedTest
  @EnumSource
  @Tag("campaign")
  void onRealThreadsAtLength(Capacity capacity) {
    check(capacity, new StressOptions(), 200, 20_000);
  }

  private static void check(
      Capacity capacity, Options<?, ?> options, int scenarios, int runsOfEach) {
    options.iterations(scenarios);
    options.invocationsPerIteration(runsOfEach);
    options.threads(3);
    options.actorsPerThread(2);
    options.actorsBefore(2);
    options.actorsAfter(1);
    options.sequentialSpecification(capacity.specification);
    options.check(capacity.channels);
  }

  /** The real thing. */
  abstract static class RealChannels extends ChannelOperations {

    private final List<Channel<Integer>> channels;

    RealChannels(int capacity) {
      channels = List.of(Channel.buffered(capacity), Channel.buffered(capacity));
    }

    @Override
    Object perform(Operation operation) {
      try {
        return operation.perform(channels);
      } catch (InterruptedException e) {
        throw new AssertionError("nobody interrupts", e);
      }
    }
  }

  /** What it must look like. */
  abstract static class Specification extends ChannelOperations {

    private final ChannelModel model;

    Specification(int capacity) {
      model = new ChannelModel(List.of(capacity, capacity));
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

  public static final class Rendezvous extends RealChannels {
    public Rendezvous() {
      super(0);
    }
  }

  public static final class RendezvousModel extends Specification {
    public RendezvousModel() {
      super(0);
    }
  }

  public static final class One extends RealChannels {
    public One() {
      super(1);
    }
  }

  public static final class OneModel extends Specification {
    public OneModel() {
      super(1);
    }
  }

  public static final class Two extends RealChannels {
    public Two() {
      super(2);
    }
  }

  public static final class TwoModel extends Specification {
    public TwoModel() {
      super(2);
    }
  }

  public static final class Unlimited extends RealChannels {
    public Unlimited() {
      super(Integer.MAX_VALUE);
    }
  }

  public static final class UnlimitedModel extends Specification {
    public UnlimitedModel() {
      super(Integer.MAX_VALUE);
    }
  }
}
