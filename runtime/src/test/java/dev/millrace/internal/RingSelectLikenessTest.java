package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.ChannelClosedException;
import dev.millrace.annotation.Nullable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A select of rings does what a select of general channels does: whatever is done to both, both
 * answer the same. One that would wait is interrupted before, and so says that it would.
 */
@Timeout(60)
class RingSelectLikenessTest {

  private static final int STORIES = 3_000;
  private static final int STEPS = 30;

  private final List<String> story = new ArrayList<>();
  private final List<OneToOneChannel<Integer>> rings = new ArrayList<>();
  private final List<GeneralChannel<Integer>> generals = new ArrayList<>();

  /** Of each arm, whether it receives values. */
  private final List<Boolean> receives = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void bothAnswerTheSame(int channels) throws Exception {
    for (int seed = 0; seed < STORIES; seed++) {
      tell(new Random(100L * channels + seed), channels);
    }
  }

  private void tell(Random random, int channels) throws Exception {
    story.clear();
    rings.clear();
    generals.clear();
    receives.clear();
    var ofRings = new ArmRings();
    List<Integer> arms = new ArrayList<>();
    for (int i = 0; i < channels; i++) {
      int capacity = 1 + random.nextInt(3);
      rings.add(ofRings.add("c" + i, capacity));
      generals.add(GeneralChannel.create("c" + i, capacity));
      arms.add(i);
      if (random.nextInt(3) == 0) {
        arms.add(channels + i);
      }
    }
    Collections.shuffle(arms, random);
    var ringArms = new SelectBuilder(false);
    var generalArms = new SelectBuilder(false).persistent();
    for (int arm : arms) {
      receives.add(arm < channels);
      if (arm < channels) {
        ringArms.addReceive(rings.get(arm));
        generalArms.addReceive(generals.get(arm));
      } else {
        ringArms.addEnd(rings.get(arm - channels), new EndNotice());
        generalArms.addEnd(generals.get(arm - channels), new EndNotice());
      }
    }
    story.add("arms " + arms);
    Select actual = ringArms.buildAny();
    Select expected = generalArms.buildAny();
    for (int step = 0; step < STEPS; step++) {
      step(random, step, channels, actual, expected);
    }
  }

  private void step(Random random, int value, int channels, Select actual, Select expected)
      throws Exception {
    int channel = random.nextInt(channels);
    var ring = rings.get(channel);
    var general = generals.get(channel);
    var cause = new IllegalStateException("broken");
    switch (random.nextInt(16)) {
      case 0, 1, 2, 3, 4 ->
          same("send to " + channel, () -> ring.trySend(value), () -> general.trySend(value));
      case 5 -> same("close " + channel, ring::tryClose, general::tryClose);
      case 6 -> {
        if (random.nextInt(4) == 0) {
          same("fail " + channel, () -> ring.tryClose(cause), () -> general.tryClose(cause));
        }
      }
      case 7 -> {
        if (random.nextInt(4) == 0) {
          story.add("cut off " + channel);
          ring.cutOff(cause);
          List<Integer> unused = general.closeNow(cause);
        }
      }
      case 8, 9 -> {
        int arm = random.nextInt(receives.size());
        boolean open = random.nextBoolean();
        story.add((open ? "enable " : "disable ") + arm);
        actual.enable(arm, open);
        expected.enable(arm, open);
      }
      case 10 -> same("is over", actual::isOver, expected::isOver);
      case 11 -> select("poll", () -> actual.poll(), actual, () -> expected.poll(), expected);
      case 12 -> select("await", () -> actual.await(), actual, () -> expected.await(), expected);
      case 13 -> {
        Duration time = Duration.ofNanos(random.nextInt(2));
        select(
            "await for " + time,
            () -> actual.await(time),
            actual,
            () -> expected.await(time),
            expected);
      }
      case 14 -> select("await or end", actual::awaitOrEnd, actual, expected::awaitOrEnd, expected);
      default -> {
        Duration time = Duration.ofNanos(random.nextInt(2));
        select(
            "await or end for " + time,
            () -> actual.awaitOrEnd(time),
            actual,
            () -> expected.awaitOrEnd(time),
            expected);
      }
    }
  }

  private void select(
      String what,
      Callable<Integer> ofRings,
      Select rings,
      Callable<Integer> ofGenerals,
      Select generals) {
    same(what, () -> withValue(ofRings, rings), () -> withValue(ofGenerals, generals));
  }

  private String withValue(Callable<Integer> call, Select select) throws Exception {
    Thread.currentThread().interrupt();
    try {
      int arm = call.call();
      return arm >= 0 && receives.get(arm) ? arm + ": " + select.takeValue(arm) : "" + arm;
    } finally {
      boolean unused = Thread.interrupted();
    }
  }

  private void same(String what, Callable<?> ofRings, Callable<?> ofGenerals) {
    story.add(what);
    Object expected = outcome(ofGenerals);
    Object actual = outcome(ofRings);
    story.add("-> " + actual);
    assertEquals(expected, actual, () -> String.join("\n", story));
  }

  private static @Nullable Object outcome(Callable<?> call) {
    try {
      return call.call();
    } catch (ChannelClosedException e) {
      return e.getMessage()
          + " because of "
          + (e.getCause() == null ? "" : e.getCause().getMessage());
    } catch (Exception e) {
      return e.getClass().getName();
    }
  }
}
