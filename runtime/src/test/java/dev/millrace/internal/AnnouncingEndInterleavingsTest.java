package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.Received;
import org.jetbrains.lincheck.Lincheck;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Who is about to park without a limit has seen what it waits for, or is woken, in all
 * interleavings. Parks are left out: to Lincheck they end by themselves, so that a wake-up that is
 * lost would not be seen.
 */
@Tag("lincheck")
class AnnouncingEndInterleavingsTest {

  private static final int ENOUGH = 200;

  private OneToOneRing<Integer> channel = new OneToOneRing<>("ring", 1);

  @Test
  void aReceiverThatStandsSeesTheValueOrIsWoken() {
    Lincheck.runConcurrentTest(
        ENOUGH,
        () -> {
          renew();
          stand(channel.receiver);
          receiveMeets(() -> channel.sendNow(1));
        });
  }

  @Test
  void aReceiverWhoseAnnouncementIsKnownSeesTheValueOrIsWoken() {
    Lincheck.runConcurrentTest(
        ENOUGH,
        () -> {
          renew();
          stand(channel.receiver);
          passOne();
          receiveMeets(() -> channel.sendNow(1));
        });
  }

  @Test
  void aReceiverSeesTheEndOrIsWoken() {
    Lincheck.runConcurrentTest(
        ENOUGH,
        () -> {
          renew();
          stand(channel.receiver);
          passOne();
          receiveMeets(channel::close);
        });
  }

  @Test
  void aReceiverSeesTheValueOfASenderThatParksOrIsWoken() {
    Lincheck.runConcurrentTest(
        ENOUGH,
        () -> {
          renew();
          stand(channel.receiver);
          passOne();
          receiveMeets(
              () -> {
                // As a send does, but without a look at the receiver.
                channel.fill(channel.sender.index, 1);
                channel.sender.announce(channel.receiver, channel.sender.index);
              });
        });
  }

  /** As long as the other end has not acknowledged the new announcement there is a limit. */
  @Test
  void aReceiverThatStandsAnewSeesTheValueOrIsWoken() {
    Lincheck.runConcurrentTest(
        ENOUGH,
        () -> {
          renew();
          stand(channel.receiver);
          passOne();
          Thread sending = start(() -> channel.sendNow(1));
          standAnew(channel.receiver);
          boolean sleeps = announceAndLook(channel.receiver, channel.sender);
          join(sending);
          assertFalse(sleeps && channel.receiver.hasAnnounced(), "nobody wakes it");
        });
  }

  @Test
  void aSenderWhoseAnnouncementIsKnownSeesTheRoomOrIsWoken() {
    Lincheck.runConcurrentTest(
        ENOUGH,
        () -> {
          renew();
          stand(channel.sender);
          passOne();
          channel.sendNow(1);
          Thread receiving = start(() -> assertTrue(takeOne()));
          boolean sleeps = announceAndLook(channel.sender, channel.receiver);
          join(receiving);
          assertFalse(sleeps && channel.sender.hasAnnounced(), "nobody wakes it");
        });
  }

  @Test
  void whoHasAcknowledgedAnAnnouncementHasSeenIt() {
    Lincheck.runConcurrentTest(
        ENOUGH,
        () -> {
          renew();
          Thread sending = start(() -> channel.sendNow(1));
          stand(channel.receiver);
          boolean certain = channel.receiver.announce(channel.sender, 0);
          assertTrue(!certain || channel.isReady(false, 0), "it comes after what was sent");
          join(sending);
        });
  }

  private void receiveMeets(Runnable event) {
    Thread other = start(event);
    boolean sleeps = announceAndLook(channel.receiver, channel.sender);
    join(other);
    assertFalse(sleeps && channel.receiver.hasAnnounced(), "nobody wakes it");
  }

  /** The last steps before a park; whether it is one without a limit. */
  private boolean announceAndLook(RingEnd end, RingEnd other) {
    long slot = end.sends ? end.index - channel.capacity : end.index;
    boolean certain = end.announce(other, slot);
    return !channel.isReadyOrClosed(end.sends, slot) && certain;
  }

  private static void stand(RingEnd end) {
    end.beginToPark();
    assertTrue(end.stands());
  }

  private static void standAnew(RingEnd end) {
    end.parkedAt = end.index - 1_000;
    end.standDownIfBusy();
    assertFalse(end.stands());
    end.parkedAt = end.index;
    stand(end);
  }

  /** The other end of who stands has seen it then. */
  private void passOne() {
    channel.sendNow(0);
    assertTrue(takeOne());
  }

  private boolean takeOne() {
    return channel.tryReceive() instanceof Received.Value<Integer>;
  }

  private void renew() {
    channel = new OneToOneRing<>("ring", 1);
  }

  private static Thread start(Runnable body) {
    Thread thread = new Thread(body);
    thread.start();
    return thread;
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts this thread", e);
    }
  }
}
