package dev.millrace.generated;

import dev.millrace.Channel;
import dev.millrace.TopologySnapshot;
import dev.millrace.internal.Waiting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Looks at a run from outside: what its threads do, and how full its channels are. */
final class RunSnapshot {

  private RunSnapshot() {}

  static TopologySnapshot of(
      String topology, List<Thread> stageThreads, Collection<RunChannel<?>> channels) {
    List<TopologySnapshot.StageThread> threads = new ArrayList<>();
    for (Thread thread : stageThreads) {
      threads.add(new TopologySnapshot.StageThread(thread.getName(), activity(thread)));
    }
    List<TopologySnapshot.ChannelDepth> depths = new ArrayList<>();
    for (RunChannel<?> life : channels) {
      Channel<?> channel = life.channel();
      depths.add(
          new TopologySnapshot.ChannelDepth(
              channel.name(), channel.size(), channel.capacity(), channel.isClosed()));
    }
    return new TopologySnapshot(topology, threads, depths);
  }

  private static String activity(Thread thread) {
    if (!thread.isAlive()) {
      return "ended";
    }
    // Channels park with their waiter as the blocker, which costs them nothing.
    return LockSupport.getBlocker(thread) instanceof Waiting wait ? wait.activity() : "running";
  }
}
