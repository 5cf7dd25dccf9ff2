package dev.millrace.processor.selects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.Received;
import dev.millrace.Receiver;
import dev.millrace.Signal;
import dev.millrace.TopologyFailedException;
import dev.millrace.processor.selects.SelectModel.Next;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Lets an actor run in one situation until it has nothing to do, wakes it once, and ends it. */
final class ActorRun {

  private final ActorForm form;

  /** Whether it is told at once, or soon, that there is nothing. */
  private final boolean polls;

  /** Whether it waits for a time that never passes here, after which its guards might relent. */
  private final boolean waitsLong;

  private final Situation situation;
  private final ActorDriver driver;
  private final ActorScript script;
  private final SelectModel model;
  private final PreparedChannels channels;

  /** What comes of the log that has no buffer. */
  private final List<String> logged = new CopyOnWriteArrayList<>();

  private final List<Peer> loggers = new ArrayList<>();

  /** How many events the actor has told. */
  private int told;

  private enum Rest {
    WAITS,
    ENDS,
    FAILS,
    OTHERWISE
  }

  ActorRun(Forms forms, ActorForm form, Situation situation) throws InterruptedException {
    this.form = form;
    this.situation = situation;
    this.waitsLong = form.variant().timed() && situation.patience() == Patience.LONG;
    this.polls = form.arms().otherwise() && !waitsLong;
    this.model = new SelectModel(form.arms(), situation);
    this.driver =
        (ActorDriver) forms.start(form.packageName(), PreparedChannels.options(situation));
    this.script = driver.script();
    driver.guards().openAll();
    for (Receiver<String> log : driver.logs()) {
      if (log.capacity() == 0) {
        loggers.add(Peer.waiting(() -> collect(log)));
      }
    }
    assertTrue(driver.begin().trySend(Signal.SIGNAL, Peer.LIMIT), "no actor there");
    script.awaitBegin();
    driver.begin().close();
    this.channels = PreparedChannels.of(driver, situation, model);
  }

  private String collect(Receiver<String> log) {
    log.forEach(logged::add);
    return "closed";
  }

  /** Runs it, and says how many events there were. */
  int run() throws InterruptedException {
    try {
      return runToTheEnd();
    } finally {
      // What has failed must not leave an actor that is told over and over that there is nothing.
      driver.topology().cancel();
    }
  }

  private int runToTheEnd() throws InterruptedException {
    script.release(situation.patience());
    assertEquals(ActorScript.BEGIN, script.told(told++));
    Rest rest = untilRest();
    List<Wake> wakes = model.wakes();
    if (rest == Rest.WAITS && !wakes.isEmpty()) {
      script.awaitWait();
      ArmForm arm = ((Wake.ByArm) wakes.get(situation.choice() % wakes.size())).arm();
      assertEquals(channels.wake(arm, model), script.told(told++));
      rest = untilRest();
    }
    await(rest);
    while (rest != Rest.FAILS && channels.letOthersTake(model)) {
      if (rest == Rest.WAITS && model.isReady()) {
        rest = untilRest();
        await(rest);
      }
    }
    if (rest == Rest.FAILS) {
      assertFails();
      loggers.forEach(Peer::join);
      return told;
    }
    assertEquals(told, script.told().size(), () -> "events: " + script.told());
    assertAsked(rest);
    if (model.keepsValues()) {
      assertResults(script.told());
      channels.assertCancelled(model);
    } else {
      end(rest);
    }
    driver.topology().close();
    loggers.forEach(Peer::join);
    return told;
  }

  private void await(Rest rest) {
    switch (rest) {
      case WAITS -> script.awaitWait();
      case OTHERWISE -> assertEquals(ActorScript.OTHERWISE, script.told(told++));
      case ENDS, FAILS -> script.awaitEnd();
    }
  }

  /** Sees that guards, and how long to wait, were asked once per select. */
  private void assertAsked(Rest rest) {
    boolean timed = form.variant().timed();
    if (form.arms().otherwise() && !timed) {
      // It has made any number of selects before it began.
      return;
    }
    // One has told nothing, because it waits or has found that all is over.
    int selects = rest == Rest.OTHERWISE ? told : told + 1;
    assertEquals(timed ? selects : 0, script.selects());
    for (ArmForm arm : form.arms().arms()) {
      assertEquals(arm.guarded() ? selects : 0, driver.guards().takeAsked(arm.index()));
    }
  }

  /** Follows the actor to where it has nothing to do. */
  private Rest untilRest() {
    while (true) {
      if (form.arms().otherwise() && model.isAllOver()) {
        return Rest.ENDS;
      }
      boolean priority = form.variant().priority();
      Next next = polls ? model.now(priority) : model.whenever(priority);
      switch (next) {
        case Next.OneOf(List<ArmForm> arms) -> follow(arms);
        case Next.Waits waits -> {
          return Rest.WAITS;
        }
        case Next.None(SelectModel.Reason reason) -> {
          return switch (reason) {
            case NOTHING_READY -> Rest.OTHERWISE;
            case ALL_OVER -> Rest.ENDS;
            case ALL_DISABLED ->
                waitsLong
                    ? Rest.WAITS
                    : model.isStuck() ? Rest.FAILS : model.awaitsEnd() ? Rest.WAITS : Rest.ENDS;
          };
        }
      }
    }
  }

  private void follow(List<ArmForm> arms) {
    String actual = script.told(told++);
    for (ArmForm arm : arms) {
      if (actual.equals(model.told(arm))) {
        model.happened(arm);
        return;
      }
    }
    throw new AssertionError(script.told() + ", but expected one of " + arms);
  }

  private void assertFails() {
    TopologyFailedException failed =
        assertThrows(TopologyFailedException.class, driver.topology()::join);
    assertInstanceOf(IllegalStateException.class, failed.getCause());
  }

  private void end(Rest rest) throws InterruptedException {
    channels.assertLeft(model);
    List<String> ends = List.of();
    if (rest == Rest.OTHERWISE) {
      driver.guards().openAll();
      model.openGuards();
    }
    if (rest != Rest.ENDS) {
      ends = model.endsToTell();
    }
    channels.assertEnds(model);
    script.releaseFromOtherwise();
    boolean stays = rest == Rest.WAITS && waitsLong && model.keepsEnds();
    if (stays) {
      for (int i = 0; i < ends.size(); i++) {
        script.told(told + i);
      }
      script.awaitWait();
    } else {
      script.awaitEnd();
      driver.topology().join();
    }
    List<String> events = script.told();
    List<String> late = events.subList(told, events.size());
    assertEquals(ends.size(), late.size(), () -> "events: " + events);
    assertEquals(new HashSet<>(ends), new HashSet<>(late));
    assertResults(events);
    if (stays) {
      // It may be told of the end an hour later, when it asks its guards again.
      driver.topology().cancel();
      driver.topology().join();
    }
    assertEquals(Map.of(), driver.topology().discarded());
    for (Receiver<String> log : driver.logs()) {
      assertTrue(log.isClosed());
    }
  }

  /** What was sent for these events, which are all that the actor has told. */
  private void assertResults(List<String> all) {
    List<String> events =
        all.stream().filter(event -> !event.equals(ActorScript.OTHERWISE)).toList();
    assertEquals(
        events.stream().flatMap(form.variant().results()::of).toList(), takeAll(driver.results()));
    for (Receiver<String> log : driver.logs()) {
      if (log.capacity() == 0) {
        Peer.await(() -> logged.size() >= events.size(), () -> "logged: " + logged);
      }
      assertEquals(events, log.capacity() == 0 ? logged : takeAll(log));
    }
  }

  private static List<String> takeAll(Receiver<String> from) {
    List<String> taken = new ArrayList<>();
    while (from.tryReceive() instanceof Received.Value<String>(String value)) {
      taken.add(value);
    }
    return taken;
  }

  @Override
  public String toString() {
    return form + " in " + situation + " (" + form.packageName() + ")";
  }
}
