package dev.millrace.generated;

import dev.millrace.Channel;
import dev.millrace.ChannelClosedException;
import dev.millrace.ChannelInterruptedException;
import dev.millrace.Receiver;
import dev.millrace.RunningTopology;
import dev.millrace.Sender;
import dev.millrace.StartOptions;
import dev.millrace.TopologyFailedException;
import dev.millrace.TopologySnapshot;
import dev.millrace.annotation.Nullable;
import dev.millrace.internal.GeneralChannel;
import dev.millrace.internal.Waiter;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/**
 * The life of one running topology: generated code wires its channels and stages, starts it, and
 * passes the operations of {@link RunningTopology} on to it.
 */
public final class TopologyRun implements RunningTopology {

  private final String name;
  private final StartOptions options;
  private final Map<String, ChannelLife<?>> channels = new TreeMap<>();
  private final Map<String, StageWiring> stages = new LinkedHashMap<>();

  private volatile boolean stopping;
  private volatile boolean cancelled;
  private volatile @Nullable TopologyFailedException failure;

  /** A topology without channels and stages yet. */
  public TopologyRun(String name, StartOptions options) {
    this.name = name;
    this.options = options;
  }

  // Wiring, in one thread, before start.

  /**
   * Makes a channel.
   *
   * @param size what the annotations say; the options may say something else
   */
  public <T> Channel<T> channel(String channelName, int size) {
    int capacity = options.buffers().getOrDefault(channelName, size);
    GeneralChannel<T> channel = GeneralChannel.create(channelName, capacity);
    channels.put(channelName, new ChannelLife<>(channel));
    return channel;
  }

  /** The one send end that all ports of a channel share. */
  public <T> Sender<T> portSender(Channel<T> channel) {
    return lifeOf(channel).portEnd();
  }

  /** Says that ports receive from the channel, so that it is not given up when stages end. */
  public <T> Receiver<T> portReceiver(Channel<T> channel) {
    lifeOf(channel).consumedByPorts();
    return channel;
  }

  /**
   * A stage that runs once, on one thread.
   *
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
   * A stage that handles values one by one.
   *
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
  <T> ChannelLife<T> lifeOf(Channel<T> channel) {
    return (ChannelLife<T>) Objects.requireNonNull(channels.get(channel.name()));
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
    if (isEndOfChannel(thrown) || (isInterruption(thrown) && wasInterruptedByUs(stage))) {
      return;
    }
    synchronized (this) {
      TopologyFailedException first = failure;
      if (first != null) {
        if (!thrown.equals(first.getCause())) {
          first.addSuppressed(thrown);
        }
        return;
      }
      failure = new TopologyFailedException(Thread.currentThread().getName(), thrown);
    }
    channels.values().forEach(life -> life.channel.close(thrown));
    stages.values().forEach(StageWiring::interrupt);
  }

  /** One of our own channels was closed for the stage: its work is over, or the topology failed. */
  private boolean isEndOfChannel(Throwable thrown) {
    return thrown instanceof ChannelClosedException closed
        && closed.channel() instanceof Channel<?> channel
        && channels.values().stream().anyMatch(life -> life.channel == channel)
        && (closed.getCause() == null || failure != null);
  }

  private boolean wasInterruptedByUs(StageWiring stage) {
    return cancelled || failure != null || (stopping && stage.isSource());
  }

  /** User code likes to wrap interruptions. */
  private static boolean isInterruption(Throwable thrown) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (each instanceof InterruptedException
          || each instanceof ChannelInterruptedException
          || each instanceof ClosedByInterruptException) {
        return true;
      }
    }
    return false;
  }

  // RunningTopology

  @Override
  public void stop() {
    stopping = true;
    channels.values().forEach(ChannelLife::endPorts);
    stages.values().stream().filter(StageWiring::isSource).forEach(StageWiring::stopSource);
  }

  @Override
  public void cancel() {
    cancelled = true;
    channels.values().forEach(ChannelLife::discard);
    stages.values().forEach(StageWiring::interrupt);
  }

  @Override
  public void join() throws InterruptedException {
    requireNotAStage("join()");
    for (Thread thread : threads()) {
      thread.join();
    }
    throwFailure();
  }

  @Override
  public void close() {
    requireNotAStage("close()");
    stop();
    boolean interrupted = false;
    List<Thread> threads = threads();
    Standstill standstill = new Standstill(threads, this::movement, options.gracePeriod());
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        try {
          if (cancelled) {
            thread.join();
          } else if (!thread.join(standstill.nextLook()) && standstill.hasLasted()) {
            cancel();
          }
        } catch (InterruptedException e) {
          interrupted = true;
          cancel();
        }
      }
    }
    channels.values().forEach(ChannelLife::discard);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    throwFailure();
  }

  private long movement() {
    return channels.values().stream().mapToLong(life -> life.channel.movement()).sum();
  }

  private void requireNotAStage(String operation) {
    if (threads().contains(Thread.currentThread())) {
      throw new IllegalStateException(
          operation
              + " was called by stage "
              + Thread.currentThread().getName()
              + ", which would wait for itself. Call stop(), or return from the stage.");
    }
  }

  private void throwFailure() {
    TopologyFailedException thrown = failure;
    if (thrown != null) {
      throw thrown;
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
    List<TopologySnapshot.StageThread> stageThreads = new ArrayList<>();
    for (Thread thread : threads()) {
      stageThreads.add(new TopologySnapshot.StageThread(thread.getName(), activity(thread)));
    }
    List<TopologySnapshot.ChannelDepth> depths = new ArrayList<>();
    for (ChannelLife<?> life : channels.values()) {
      Channel<?> channel = life.channel;
      depths.add(
          new TopologySnapshot.ChannelDepth(
              channel.name(), channel.size(), channel.capacity(), channel.isClosed()));
    }
    return new TopologySnapshot(name, stageThreads, depths);
  }

  private static String activity(Thread thread) {
    if (!thread.isAlive()) {
      return "ended";
    }
    // Channels park with their waiter as the blocker, which costs them nothing.
    return LockSupport.getBlocker(thread) instanceof Waiter waiter ? waiter.activity() : "running";
  }

  private List<Thread> threads() {
    return stages.values().stream().flatMap(stage -> stage.threads().stream()).toList();
  }
}
