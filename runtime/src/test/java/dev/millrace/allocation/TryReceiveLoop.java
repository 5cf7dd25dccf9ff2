package dev.millrace.allocation;

import com.sun.management.ThreadMXBean;
import dev.millrace.Channel;
import dev.millrace.Received;
import dev.millrace.internal.OneToOneChannel;
import java.lang.management.ManagementFactory;

/** A program that polls a channel and prints how many bytes each poll has cost once compiled. */
final class TryReceiveLoop {

  private static final int POLLS = 20_000;
  private static final int ROUNDS = 50;

  /** What the polls meet. */
  enum Meeting {
    A_VALUE {
      @Override
      long poll(Channel<Integer> channel) {
        channel.trySend(1);
        return outcome(channel);
      }
    },
    A_VALUE_IN_A_RING {
      @Override
      Channel<Integer> channel() {
        return OneToOneChannel.create("ring", 1);
      }

      @Override
      long poll(Channel<Integer> channel) {
        channel.trySend(1);
        return outcome(channel);
      }
    },
    NOTHING {
      @Override
      long poll(Channel<Integer> channel) {
        return outcome(channel);
      }
    },
    NOTHING_AFTER_ALL_KINDS {
      @Override
      Channel<Integer> channel() {
        Channel<Integer> channel = A_VALUE.channel();
        Channel<Integer> closed = THE_END.channel();
        for (int i = 0; i < POLLS; i++) {
          long unused = A_VALUE.poll(channel) + NOTHING.poll(channel) + THE_END.poll(closed);
        }
        return channel;
      }

      @Override
      long poll(Channel<Integer> channel) {
        return outcome(channel);
      }
    },
    THE_END {
      @Override
      Channel<Integer> channel() {
        Channel<Integer> channel = Channel.buffered(1);
        channel.close();
        return channel;
      }

      @Override
      long poll(Channel<Integer> channel) {
        return outcome(channel);
      }
    };

    Channel<Integer> channel() {
      return Channel.buffered(1);
    }

    abstract long poll(Channel<Integer> channel);
  }

  private TryReceiveLoop() {}

  private static long outcome(Channel<Integer> channel) {
    return switch (channel.tryReceive()) {
      case Received.Value<Integer>(Integer value) -> value;
      case Received.Nothing<Integer>() -> 0;
      case Received.Closed<Integer>(var cause) -> cause == null ? 2 : 3;
    };
  }

  public static void main(String[] args) {
    Meeting meeting = Meeting.valueOf(args[0]);
    Channel<Integer> channel = meeting.channel();
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    long sum = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < POLLS; i++) {
        sum += meeting.poll(channel);
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    System.out.println((double) least / POLLS + " bytes, sum " + sum);
  }
}
