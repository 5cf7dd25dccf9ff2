package dev.millrace.processor.selects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.processor.selects.SelectMethod.Style;
import dev.millrace.processor.selects.SelectModel.Next;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Calls a select port in one situation until it has nothing more to tell. */
final class PortRun {

  private static final Duration SHORT = Duration.ofMillis(1);
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final int MOST_CALLS = 5;

  private final PortForm form;
  private final int index;
  private final SelectMethod method;
  private final Situation situation;
  private final PortDriver driver;
  private final SelectModel model;
  private final PreparedChannels channels;

  PortRun(Forms forms, PortForm form, int index, Situation situation) throws InterruptedException {
    this.form = form;
    this.index = index;
    this.method = form.methods().get(index);
    this.situation = situation;
    this.model = new SelectModel(form.arms(), situation);
    this.driver = (PortDriver) forms.start(form.packageName(), PreparedChannels.options(situation));
    // A stage that only wants to leave has to have left.
    driver.topology().join();
    this.channels = PreparedChannels.of(driver, situation, model);
  }

  /** Runs it, and says in how many selects. */
  int run() {
    try {
      return runToTheEnd();
    } finally {
      // What has failed must not leave threads that wait.
      driver.topology().cancel();
    }
  }

  private int runToTheEnd() {
    int calls = 1;
    while (select() && calls < MOST_CALLS) {
      calls++;
    }
    channels.assertLeft(model);
    channels.assertEnds(model);
    driver.topology().close();
    assertEquals(Map.of(), driver.topology().discarded());
    return calls;
  }

  /** Whether one of the arms happened, so that another select makes sense. */
  private boolean select() {
    boolean polls = form.arms().otherwise() && !method.timed();
    Next next = polls ? model.now(method.priority()) : model.whenever(method.priority());
    if (method.timed() && !(next instanceof Next.OneOf)) {
      next = new Next.Waits();
    }
    boolean again = false;
    switch (next) {
      case Next.OneOf(List<ArmForm> arms) -> again = happens(arms);
      case Next.None(SelectModel.Reason reason) ->
          assertEquals(
              switch (reason) {
                case NOTHING_READY -> "otherwise";
                case ALL_OVER -> allOver();
                case ALL_DISABLED -> "IllegalStateException";
              },
              call(LONG));
      case Next.Waits waits -> waits();
    }
    for (ArmForm arm : form.arms().arms()) {
      assertEquals(
          arm.guarded() ? 1 : 0,
          driver.guards().takeAsked(arm.index()),
          "how often the guard of an arm was asked");
    }
    return again;
  }

  private String call(Duration patience) {
    return Peer.outcome(() -> driver.select(index, patience));
  }

  private String allOver() {
    return method.style() == Style.OPTIONAL ? "empty" : "ChannelClosedException";
  }

  private boolean happens(List<ArmForm> arms) {
    String actual = call(LONG);
    for (ArmForm arm : arms) {
      if (model.isRefused(arm) && actual.equals("ChannelClosedException")) {
        return false;
      }
      if (!model.isRefused(arm) && actual.equals(model.told(arm))) {
        model.happened(arm);
        return true;
      }
    }
    throw new AssertionError(actual + ", but expected one of " + arms);
  }

  private void waits() {
    List<Wake> wakes = new ArrayList<>(model.wakes());
    wakes.add(new Wake.ByInterrupt());
    if (method.timed()) {
      wakes.add(new Wake.ByTime());
    } else if (model.endsByClosing()) {
      wakes.add(new Wake.ByClosing());
    }
    Wake wake = wakes.get(situation.choice() % wakes.size());
    if (wake instanceof Wake.ByTime) {
      assertEquals("otherwise", call(SHORT));
      return;
    }
    Peer selecting = Peer.waiting(() -> driver.select(index, LONG));
    switch (wake) {
      case Wake.ByArm(ArmForm arm) -> {
        assertEquals(channels.wake(arm, model), selecting.join());
      }
      case Wake.ByClosing byClosing -> {
        channels.closeAll(model);
        assertEquals(allOver(), selecting.join());
      }
      case Wake.ByInterrupt byInterrupt -> {
        selecting.interrupt();
        assertEquals(
            method.declares() ? "InterruptedException" : "ChannelInterruptedException and flag",
            selecting.join());
      }
      case Wake.ByTime byTime -> throw new AssertionError(byTime);
    }
    assertTrue(!Thread.currentThread().isInterrupted());
  }

  @Override
  public String toString() {
    return form + ": " + method + " in " + situation + " (" + form.packageName() + ")";
  }
}
