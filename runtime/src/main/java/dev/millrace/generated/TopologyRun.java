package dev.millrace.generated;

import dev.millrace.Channel;
import dev.millrace.ChannelClosedException;
import dev.millrace.ChannelEnd;
import dev.millrace.Overflow;
import dev.millrace.Receiver;
import dev.millrace.RunningTopology;
import dev.millrace.Sender;
import dev.millrace.StartOptions;
import dev.millrace.TopologySnapshot;
import dev.millrace.annotation.Nullable;
import dev.millrace.internal.Broadcast;
import dev.millrace.internal.EndlessSelectException;
import dev.millrace.internal.GeneralChannel;
import dev.millrace.internal.OneToOneChannel;
import dev.millrace.internal.TwoEnded;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The life of one running topology: generated code wires its channels and stages, starts it, and
 * passes the operations of {@link RunningTopology} on to it.
 */
public final class TopologyRun implements RunningTopology {

  private final String name;
  private final StartOptions options;
  private final Map<String, RunChannel<?>> channels = new TreeMap<>();
  private final Map<String, StageWiring> stages = new LinkedHashMap<>();

  private final AtomicBoolean stopping = new AtomicBoolean();
  private final FirstFailure failure = new FirstFailure();
  private volatile @Nullable CancellationException cancellation;

  /**
   * A topology without channels and stages yet.
   *
   * @param name the name of the topology, for threads, messages and snapshots
   * @param options what the caller of {@code start} decided
   * @throws NullPointerException if the options are {@code null}
   */
  public TopologyRun(String name, StartOptions options) {
    this.name = name;
    this.options =
        Objects.requireNonNull(
            options, "The options of " + name + " must not be null. Use StartOptions.defaults().");
  }

  // Wiring, in one thread, before start.

  /**
   * Makes a channel whose senders wait.
   *
   * @param <T> the type of the values
   * @param channelName its name, which no other channel of this run has
   * @param size what the annotations say; the options may say something else
   * @return the channel, for the wiring of its ends
   */
  public <T> Channel<T> channel(String channelName, int size) {
    return channel(channelName, size, Overflow.WAIT);
  }

  /**
   * Makes a channel.
   *
   * @param <T> the type of the values
   * @param channelName the name in the annotations
   * @param size what the annotations say; the options may say something else
   * @param overflow what becomes of values for which it has no room
   * @return the channel, for the wiring of its ends
   */
  public <T> Channel<T> channel(String channelName, int size, Overflow overflow) {
    int capacity = options.buffers().getOrDefault(channelName, size);
    return add(GeneralChannel.create(channelName, capacity, overflow, dropped -> {}));
  }

  /**
   * Makes a channel on which each end that is asked for gets every value.
   *
   * @param <T> the type of the values
   * @param channelName its name, which no other channel of this run has
   * @param size what the annotations say; the options may say something else
   * @return the channel, for the wiring of its ends
   */
  public <T> Channel<T> broadcast(String channelName, int size) {
    return add(Broadcast.create(channelName, options.buffers().getOrDefault(channelName, size)));
  }

  private <T> Channel<T> add(TwoEnded<T> channel) {
    channels.put(channel.name(), new ChannelLife<>(channel, this::overBecause));
    return channel;
  }

  /**
   * Makes a channel whose senders wait, between two stages that touch it by generated code alone:
   * user code never gets hold of its ends. If both run on one thread it is a faster one.
   *
   * @param <T> the type of the values
   * @param channelName its name, which no other channel of this run has
   * @param size what the annotations say; the options may say something else
   * @param sender the name of the only stage that sends
   * @param receiver the name of the only stage that receives
   * @return the channel, for the wiring of its ends
   */
  public <T> Channel<T> oneToOne(String channelName, int size, String sender, String receiver) {
    int capacity = options.buffers().getOrDefault(channelName, size);
    boolean oneThreadEach =
        options.workers().getOrDefault(sender, 1) == 1
            && options.workers().getOrDefault(receiver, 1) == 1;
    if (!oneThreadEach || !OneToOneChannel.fits(capacity)) {
      return channel(channelName, size);
    }
    return add(OneToOneChannel.create(channelName, capacity));
  }

  /**
   * {@return the beginning of the channels that one actor alone receives from}
   *
   * @param actor its name
   */
  public ActorInputs inputsOf(String actor) {
    return new ActorInputs(this, options, actor);
  }

  <T> Channel<T> add(OneToOneChannel<T> channel) {
    channels.put(channel.name(), new OneToOneLife<>(channel));
    return channel;
  }

  /**
   * {@return the one send end that all ports of a channel share}
   *
   * @param <T> the type of the values
   * @param channel made by this run
   */
  public <T> Sender<T> portSender(Channel<T> channel) {
    return sharedLifeOf(channel).portEnd();
  }

  /**
   * {@return where all request ports of a channel ask}
   *
   * @param <Q> the type of the questions
   * @param <R> the type of the replies
   * @param channel made by this run
   * @param server the stage that replies
   */
  public <Q, R> RequestPort<Q, R> requestPort(Channel<Call<Q, R>> channel, String server) {
    ChannelLife<Call<Q, R>> life = sharedLifeOf(channel);
    RequestPort<Q, R> port = new RequestPort<>(channel, life.portEnd(), server, this::isOver);
    life.carriesRequestsOf(port);
    return port;
  }

  /**
   * Says that ports receive from the channel, so that it is not given up when stages end. Of a
   * broadcast each end is a subscriber of its own.
   *
   * @param <T> the type of the values
   * @param channel made by this run
   * @return the end that ports receive from
   */
  public <T> Receiver<T> portReceiver(Channel<T> channel) {
    return sharedLifeOf(channel).receiverForPorts();
  }

  /**
   * {@return a new stage that runs once, on one thread}
   *
   * @param stageName its name, which no other stage of this run has
   * @throws IllegalArgumentException if the options ask for several workers
   */
  public StageWiring stage(String stageName) {
    if (options.workers().getOrDefault(stageName, 1) != 1) {
      throw new IllegalArgumentException(
          "Stage " + stageName + " of " + name + " is called once, so it cannot have workers.");
    }
    return stage(stageName, 1);
  }

  /**
   * {@return a new stage that handles values one by one}
   *
   * @param stageName its name, which no other stage of this run has
   * @param workers on how many threads; the options may say something else
   */
  public StageWiring stage(String stageName, int workers) {
    StageWiring stage =
        new StageWiring(
            this,
            options.threadPrefix() + name + "." + stageName,
            options.workers().getOrDefault(stageName, workers));
    stages.put(stageName, stage);
    return stage;
  }

  @SuppressWarnings("unchecked") // The life under a channel's name was made with that channel.
  <T> RunChannel<T> lifeOf(Channel<T> channel) {
    return (RunChannel<T>) Objects.requireNonNull(channels.get(channel.name()));
  }

  private <T> ChannelLife<T> sharedLifeOf(Channel<T> channel) {
    return switch (lifeOf(channel)) {
      case ChannelLife<T> life -> life;
      case OneToOneLife<T> life ->
          throw new IllegalStateException(channel + " is one to one, it cannot have ports.");
    };
  }

  /**
   * Starts the threads of all stages.
   *
   * @throws IllegalArgumentException if the options name a channel or a stage that does not exist
   */
  public void start() {
    requireKnown("channel", options.buffers(), channels);
    requireKnown("stage", options.workers(), stages);
    for (StageWiring stage : stages.values()) {
      stage.threads().forEach(Thread::start);
    }
  }

  private void requireKnown(String kind, Map<String, ?> asked, Map<String, ?> known) {
    for (String each : asked.keySet()) {
      if (!known.containsKey(each)) {
        throw new IllegalArgumentException(
            name + " has no " + kind + " \"" + each + "\". It has " + known.keySet() + ".");
      }
    }
  }

  // How a stage ends

  /** Called in the stage's thread, before its send ends are closed. */
  void stageThrew(StageWiring stage, Throwable thrown) {
    if (!wasMadeToEnd(stage, thrown) && failure.add(thrown)) {
      channels.values().forEach(life -> life.fail(thrown));
      stages.values().forEach(StageWiring::interrupt);
    }
  }

  private boolean wasMadeToEnd(StageWiring stage, Throwable thrown) {
    try {
      return OrderlyEnd.closedChannel(thrown)
          .map(closed -> wasClosedOn(stage, closed))
          .orElseGet(
              () ->
                  (wasInterruptedByUs(stage) && OrderlyEnd.isInterruption(thrown))
                      || isBetweenEnds(thrown));
    } catch (RuntimeException | Error e) {
      // Its own getCause() threw, or there is no memory to look: it was no exception of ours.
      return false;
    }
  }

  private boolean wasClosedOn(StageWiring stage, ChannelClosedException closed) {
    ChannelEnd end = closed.channel();
    if (end == null) {
      return false;
    }
    if (isOver()) {
      return channels.values().stream().anyMatch(life -> life.isEnd(end));
    }
    if (stage.hasSendEnd(end)) {
      // If nobody stopped it, it closed its end itself and must not send any more.
      return stopping.get() && stage.isSource();
    }
    // A cause says that another stage closed it as a failure, and this one did not expect that.
    return closed.getCause() == null && stage.isConnectedTo(end);
  }

  /**
   * Channels are closed one by one: whether an actor, told of the end of one, has found in the next
   * what its guards refuse.
   */
  private boolean isBetweenEnds(Throwable thrown) {
    return isOver() && thrown instanceof EndlessSelectException;
  }

  private boolean wasInterruptedByUs(StageWiring stage) {
    return isOver() || (stopping.get() && stage.isSource());
  }

  /** Whether the topology has failed or was cancelled, so that everybody is to end now. */
  boolean isOver() {
    return overBecause() != null;
  }

  /**
   * Why everybody is to end now, or null if the topology is not over. It is on record before the
   * first channel is failed, so who ends because of that finds it here.
   */
  @Nullable
  Throwable overBecause() {
    Throwable first = failure.cause();
    return first == null ? cancellation : first;
  }

  // RunningTopology

  @Override
  public void stop() {
    // Once only, and not after a harder end: a second interrupt would disturb who cleans up.
    if (!isOver() && stopping.compareAndSet(false, true)) {
      channels.values().forEach(RunChannel::endPorts);
      stages.values().stream().filter(StageWiring::isSource).forEach(StageWiring::stopSource);
    }
  }

  @Override
  public void cancel() {
    cancel("was cancelled.");
  }

  void cancel(String why) {
    CancellationException cause = new CancellationException(name + " " + why);
    cancellation = cause;
    channels.values().forEach(life -> life.abandon(cause));
    stages.values().forEach(StageWiring::interrupt);
  }

  @Override
  public void join() throws InterruptedException {
    requireNotAStage("join()");
    for (Thread thread : stageThreads()) {
      thread.join();
    }
    failure.throwIfHappened();
  }

  @Override
  public void close() {
    requireNotAStage("close()");
    stop();
    boolean interrupted = new RunEnd(this, stageThreads(), options.gracePeriod()).await();
    Throwable cause = failure.cause();
    if (cause != null) {
      channels.values().forEach(life -> life.abandon(cause));
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    failure.throwIfHappened();
  }

  /** Whether ports are still to receive what the stages left them. */
  boolean hasValuesForPorts() {
    return channels.values().stream().anyMatch(RunChannel::hasValuesForPorts);
  }

  /** A number that changes whenever anything happens in any channel. */
  long movement() {
    return channels.values().stream().mapToLong(RunChannel::movement).sum();
  }

  private void requireNotAStage(String operation) {
    if (stageThreads().contains(Thread.currentThread())) {
      throw new IllegalStateException(
          operation
              + " was called by stage "
              + Thread.currentThread().getName()
              + ", which would wait for itself. Call stop(), or return from the stage.");
    }
  }

  @Override
  public Map<String, Long> discarded() {
    Map<String, Long> counts = new TreeMap<>();
    channels.forEach(
        (channelName, life) -> {
          if (life.discarded() > 0) {
            counts.put(channelName, life.discarded());
          }
        });
    return counts;
  }

  @Override
  public TopologySnapshot snapshot() {
    return RunSnapshot.of(name, stageThreads(), channels.values());
  }

  List<Thread> stageThreads() {
    return stages.values().stream().flatMap(stage -> stage.threads().stream()).toList();
  }
}
