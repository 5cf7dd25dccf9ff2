package dev.millrace.lincheck;

import dev.millrace.Overflow;
import dev.millrace.harness.Campaign;
import dev.millrace.harness.SelectorKind;
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

  /** Two channels of the same kind, and their specification. */
  enum Channels {
    RENDEZVOUS(Rendezvous.class, RendezvousModel.class),
    RENDEZVOUS_REGISTERED(RendezvousRegistered.class, RendezvousModel.class),
    ONE(One.class, OneModel.class),
    ONE_REGISTERED(OneRegistered.class, OneModel.class),
    TWO(Two.class, TwoModel.class),
    UNLIMITED(Unlimited.class, UnlimitedModel.class),
    DROP_OLDEST(DropOldest.class, DropOldestModel.class),
    DROP_NEWEST(DropNewest.class, DropNewestModel.class),
    LATEST(Latest.class, LatestModel.class);

    private final Class<? extends ChannelOperations> real;
    private final Class<? extends ChannelOperations> specification;

    Channels(
        Class<? extends ChannelOperations> real, Class<? extends ChannelOperations> specification) {
      this.real = real;
      this.specification = specification;
    }
  }

  /** The other kinds are explored by the campaign: each takes the checker half a minute. */
  @ParameterizedTest
  @EnumSource(names = {"ONE", "DROP_OLDEST"})
  void inAllInterleavings(Channels channels) {
    check(channels, new ModelCheckingOptions(), 1, 50);
  }

  @ParameterizedTest
  @EnumSource
  void onRealThreads(Channels channels) {
    check(channels, new StressOptions(), 4, 300);
  }

  @ParameterizedTest
  @EnumSource
  @Tag("campaign")
  void inAllInterleavingsAtLength(Channels channels) {
    check(channels, new ModelCheckingOptions(), Campaign.share(60), 1_000);
  }

  @ParameterizedTest
  @EnumSource
  @Tag("campaign")
  void onRealThreadsAtLength(Channels channels) {
    check(channels, new StressOptions(), Campaign.share(100), 20_000);
  }

  private static void check(
      Channels channels, Options<?, ?> options, int scenarios, int runsOfEach) {
    options.iterations(scenarios);
    options.invocationsPerIteration(runsOfEach);
    options.threads(3);
    options.actorsPerThread(2);
    options.actorsBefore(2);
    options.actorsAfter(1);
    options.sequentialSpecification(channels.specification);
    options.check(channels.real);
  }

  /** The real thing. */
  abstract static class Real extends ChannelOperations {

    private final RealChannels channels;

    Real(Kind kind) {
      this(kind, SelectorKind.BARE);
    }

    Real(Kind kind, SelectorKind selectors) {
      channels = new RealChannels(List.of(kind, kind), selectors);
    }

    @Override
    Object perform(Operation operation) {
      try {
        return channels.perform(operation);
      } catch (InterruptedException e) {
        throw new AssertionError("nobody interrupts", e);
      }
    }
  }

  /** What it must look like. */
  abstract static class Specification extends ChannelOperations {

    private final ChannelModel model;

    Specification(Kind kind) {
      model = new ChannelModel(List.of(kind, kind));
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

  public static final class Rendezvous extends Real {
    public Rendezvous() {
      super(Kind.waiting(0));
    }
  }

  public static final class RendezvousRegistered extends Real {
    public RendezvousRegistered() {
      super(Kind.waiting(0), SelectorKind.PERSISTENT);
    }
  }

  public static final class RendezvousModel extends Specification {
    public RendezvousModel() {
      super(Kind.waiting(0));
    }
  }

  public static final class One extends Real {
    public One() {
      super(Kind.waiting(1));
    }
  }

  public static final class OneRegistered extends Real {
    public OneRegistered() {
      super(Kind.waiting(1), SelectorKind.PERSISTENT);
    }
  }

  public static final class OneModel extends Specification {
    public OneModel() {
      super(Kind.waiting(1));
    }
  }

  public static final class Two extends Real {
    public Two() {
      super(Kind.waiting(2));
    }
  }

  public static final class TwoModel extends Specification {
    public TwoModel() {
      super(Kind.waiting(2));
    }
  }

  public static final class Unlimited extends Real {
    public Unlimited() {
      super(Kind.waiting(Integer.MAX_VALUE));
    }
  }

  public static final class UnlimitedModel extends Specification {
    public UnlimitedModel() {
      super(Kind.waiting(Integer.MAX_VALUE));
    }
  }

  public static final class DropOldest extends Real {
    public DropOldest() {
      super(new Kind(2, Overflow.DROP_OLDEST));
    }
  }

  public static final class DropOldestModel extends Specification {
    public DropOldestModel() {
      super(new Kind(2, Overflow.DROP_OLDEST));
    }
  }

  public static final class DropNewest extends Real {
    public DropNewest() {
      super(new Kind(1, Overflow.DROP_NEWEST));
    }
  }

  public static final class DropNewestModel extends Specification {
    public DropNewestModel() {
      super(new Kind(1, Overflow.DROP_NEWEST));
    }
  }

  public static final class Latest extends Real {
    public Latest() {
      super(new Kind(1, Overflow.LATEST));
    }
  }

  public static final class LatestModel extends Specification {
    public LatestModel() {
      super(new Kind(1, Overflow.LATEST));
    }
  }
}
