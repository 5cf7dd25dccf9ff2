package dev.millrace.examples.originals.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.Channel;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class GoroutinesTest {

  private final Channel<Integer> channel = Channel.rendezvous();

  @Test
  void endsWhatWaitsForEverAndWhatThatHasStarted() throws InterruptedException {
    List<Thread> threads = new CopyOnWriteArrayList<>();
    try (Goroutines goroutines = new Goroutines()) {
      goroutines.go(
          () -> {
            threads.add(Thread.currentThread());
            goroutines.go(
                () -> {
                  threads.add(Thread.currentThread());
                  channel.send(1);
                  channel.receive();
                });
            for (int value : Channel.<Integer>rendezvous()) {
              throw new AssertionError("Nobody has sent " + value);
            }
          });
      channel.receive();
    }
    assertEquals(2, threads.size());
    assertFalse(threads.stream().anyMatch(Thread::isAlive));
    assertFalse(Thread.currentThread().isInterrupted());
  }

  @Test
  void wakesItsOwnerWhenATaskFails() {
    IllegalStateException cause = new IllegalStateException("no more numbers");
    Goroutines goroutines = new Goroutines();
    goroutines.go(
        () -> {
          throw cause;
        });

    assertThrows(InterruptedException.class, channel::receive);
    IllegalStateException failed = assertThrows(IllegalStateException.class, goroutines::close);

    assertEquals("A goroutine failed: " + cause, failed.getMessage());
    assertEquals(cause, failed.getCause());
  }

  @Test
  void keepsLaterFailuresWithTheFirst() {
    IllegalStateException first = new IllegalStateException("first");
    IllegalStateException later = new IllegalStateException("later");
    Goroutines goroutines = new Goroutines();
    goroutines.go(
        () -> {
          try {
            channel.receive();
          } catch (InterruptedException e) {
            throw later;
          }
        });
    goroutines.go(
        () -> {
          throw first;
        });

    assertThrows(InterruptedException.class, Channel.rendezvous()::receive);
    IllegalStateException failed = assertThrows(IllegalStateException.class, goroutines::close);

    assertEquals(first, failed.getCause());
    assertEquals(List.of(later), List.of(first.getSuppressed()));
  }

  @Test
  void keepsTheInterruptOfItsOwner() throws InterruptedException {
    Goroutines goroutines = new Goroutines();
    goroutines.go(
        () -> {
          channel.send(1);
          channel.receive();
        });
    channel.receive();

    Thread.currentThread().interrupt();
    goroutines.close();

    assertTrue(Thread.interrupted());
  }
}
