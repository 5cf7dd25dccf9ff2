package dev.millrace.processor.selects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.Signal;
import dev.millrace.TopologyFailedException;
import dev.millrace.processor.selects.SelectModel.Next;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Lets an actor run in one situation until it has nothing to do, wakes it once, and ends it. */
final class ActorRun {

  private final ActorForm form;
  private final Situation situation;
  private final ActorDriver driver;
  private final ActorScript script;
  private final SelectModel model;
  private final PreparedChannels channels;

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
    this.model = new SelectModel(form.arms(), situation);
    this.driver =
        (ActorDriver) forms.start(form.packageName(), PreparedChannels.options(situation));
    this.script = driver.script();
    driver.guards().openAll();
    assertTrue(driver.begin().trySend(Signal.SIGNAL, Peer.LIMIT), "no actor there");
    script.awaitBegin();
    driver.begin().close();
    this.channels = PreparedChannels.of(driver, situation);
  }

  /** Runs it, and says how many events there were. */
  int run() throws InterruptedException {
    script.release();
    assertEquals(ActorScript.BEGIN, script.told(told++));
    Rest rest = untilRest();
    List<Wake> wakes = model.wakes();
    if (rest == Rest.WAITS && !wakes.isEmpty()) {
      script.awaitWait();
      ArmForm arm = ((Wake.ByArm) wakes.get(situation.choice() % wakes.size())).arm();
      channels.wake(arm, model);
      assertEquals(arm.told(Numbers.late(arm.channel())), script.told(told++));
      rest = untilRest();
    }
    switch (rest) {
      case WAITS -> script.awaitWait();
      case ENDS -> script.awaitEnd();
      case OTHERWISE -> assertEquals(ActorScript.OTHERWISE, script.told(told++));
      case FAILS -> {
        script.awaitEnd();
        assertFails();
        return told;
      }
    }
    assertEquals(told, script.told().size(), () -> "events: " + script.told());
    end(rest);
    return told;
  }

  /** Follows the actor to where it has nothing to do. */
  private Rest untilRest() {
    while (true) {
      if (form.arms().otherwise() && model.isAllOver()) {
        return Rest.ENDS;
      }
      Next next =
          form.arms().otherwise() ? model.now(form.priority()) : model.whenever(form.priority());
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
                model.isStuck() ? Rest.FAILS : model.awaitsEnd() ? Rest.WAITS : Rest.ENDS;
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
    script.awaitEnd();
    driver.topology().join();
    List<String> events = script.told();
    List<String> late = events.subList(told, events.size());
    assertEquals(ends.size(), late.size(), () -> "events: " + events);
    assertEquals(new HashSet<>(ends), new HashSet<>(late));
    assertResults(events);
    driver.topology().close();
  }

  private void assertResults(List<String> events) throws InterruptedException {
    if (form.results() == ActorForm.Results.NONE) {
      return;
    }
    List<String> results = new ArrayList<>();
    for (String result : driver.results()) {
      results.add(result);
    }
    assertEquals(
        events.stream()
            .filter(event -> !event.equals(ActorScript.OTHERWISE))
            .flatMap(form.results()::of)
            .toList(),
        results);
  }

  @Override
  public String toString() {
    return form + " in " + situation + " (" + form.packageName() + ")";
  }
}
