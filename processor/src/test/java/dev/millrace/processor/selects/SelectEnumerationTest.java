package dev.millrace.processor.selects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.processor.SourceText;
import dev.millrace.processor.selects.ActorForm.Variant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever arms a select has and whatever it finds, it does what the language says.
 *
 * <p>A form is one select method: its style, its arms and their guards, its order, what it throws
 * and whether it has a time-out. There are more than a hundred thousand, so each test takes one in
 * so many, counted out evenly. The campaign takes all with one channel and with two, or {@code
 * campaign.percent} of those with two.
 */
class SelectEnumerationTest {

  /** As many interfaces as javac gets at once. */
  private static final int BATCH = 100;

  /** Whoever sees so many knows enough. */
  private static final int MOST_FAULTS = 3;

  private static final List<ArmKind> OF_PORTS = List.of(ArmKind.values());
  private static final List<ArmKind> OF_HANDLERS =
      List.of(ArmKind.WRAPPING, ArmKind.SIGNAL, ArmKind.WITH_END);
  private static final List<ArmKind> OF_ACTORS =
      List.of(ArmKind.WRAPPING, ArmKind.IDENTITY, ArmKind.SIGNAL, ArmKind.WITH_END);

  /** An actor that is held at its first event is no receiver. */
  private static final List<Occupancy> WITHOUT_RECEIVER =
      List.copyOf(EnumSet.complementOf(EnumSet.of(Occupancy.RECEIVER)));

  private final List<String> faults = new ArrayList<>();
  private int forms;
  private int runs;
  private int happened;

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void ports(TestReporter reporter) {
    List<PortForm> ports = new ArrayList<>();
    addPorts(ports, oneIn(OF_PORTS, 15, 151, 2_201), false);
    addPorts(ports, oneIn(OF_HANDLERS, 11, 61, 301), true);
    runPorts(ports, 6);
    report(ports.size(), reporter);
    assertTrue(forms >= 1_000);
  }

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void actors(TestReporter reporter) {
    List<ActorForm> actors = new ArrayList<>();
    addActors(actors, oneIn(OF_ACTORS, 5, 51, 501));
    runActors(actors, 12);
    report(actors.size(), reporter);
    assertTrue(forms >= 75);
  }

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void portsOverBroadcasts(TestReporter reporter) {
    List<PortForm> ports = new ArrayList<>();
    addPorts(ports, overBroadcasts(oneIn(OF_PORTS, 31, 301, 4_401)), false);
    addPorts(ports, overBroadcasts(oneIn(OF_HANDLERS, 31, 151, 601)), true);
    runPorts(ports, 6);
    report(ports.size(), reporter);
    assertTrue(forms >= 500);
  }

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void actorsOverBroadcasts(TestReporter reporter) {
    List<ActorForm> actors = new ArrayList<>();
    addActors(actors, overBroadcasts(oneIn(OF_ACTORS, 5, 51, 501)));
    runActors(actors, 12);
    report(actors.size(), reporter);
    assertTrue(forms >= 75);
  }

  @Test
  @Tag("campaign")
  void manyMorePorts(TestReporter reporter) {
    List<PortForm> ports = new ArrayList<>();
    addPorts(ports, oneIn(OF_PORTS, ofCampaign(1, 29, 331)), false);
    addPorts(ports, oneIn(OF_HANDLERS, ofCampaign(1, 7, 31)), true);
    runPorts(ports, 20);
    report(ports.size(), reporter);
  }

  @Test
  @Tag("campaign")
  void manyMorePortsOverBroadcasts(TestReporter reporter) {
    List<PortForm> ports = new ArrayList<>();
    addPorts(ports, overBroadcasts(oneIn(OF_PORTS, ofCampaign(1, 29, 331))), false);
    addPorts(ports, overBroadcasts(oneIn(OF_HANDLERS, ofCampaign(1, 7, 31))), true);
    runPorts(ports, 20);
    report(ports.size(), reporter);
  }

  @Test
  @Tag("campaign")
  void manyMoreActors(TestReporter reporter) {
    List<ActorForm> actors = new ArrayList<>();
    addActors(actors, oneIn(OF_ACTORS, ofCampaign(1, 7, 31)));
    runActors(actors, 40);
    report(actors.size(), reporter);
  }

  @Test
  @Tag("campaign")
  void manyMoreActorsOverBroadcasts(TestReporter reporter) {
    List<ActorForm> actors = new ArrayList<>();
    addActors(actors, overBroadcasts(oneIn(OF_ACTORS, ofCampaign(1, 7, 31))));
    runActors(actors, 40);
    report(actors.size(), reporter);
  }

  /** One in so many more, if the campaign is to be a share of the whole; odd as they are. */
  private static int[] ofCampaign(int... numbers) {
    int percent = Integer.getInteger("campaign.percent", 100);
    return IntStream.of(numbers).map(number -> (number * 100 / percent) | 1).toArray();
  }

  /**
   * All forms with one channel, and one in so many of those with two, three and four.
   *
   * @param numbers odd ones, so that forms with and without {@code @Otherwise} take turns
   */
  private static List<SelectForm> oneIn(List<ArmKind> kinds, int... numbers) {
    List<SelectForm> forms = new ArrayList<>(SelectForm.all(kinds, 1));
    for (int i = 0; i < numbers.length; i++) {
      List<SelectForm> all = SelectForm.all(kinds, i + 2);
      for (int place = 0; place < all.size(); place += numbers[i]) {
        forms.add(all.get(place));
      }
    }
    return forms;
  }

  /** The same with one channel or more of each a broadcast, all choices taking turns. */
  private static List<SelectForm> overBroadcasts(List<SelectForm> forms) {
    List<SelectForm> broadcasting = new ArrayList<>();
    for (SelectForm form : forms) {
      int choices = (1 << form.channels().size()) - 1;
      // Half as many turns, so that forms with and without @Otherwise meet all of them.
      broadcasting.add(form.broadcasting(1 + broadcasting.size() / 2 % choices));
    }
    return broadcasting;
  }

  private static void addPorts(List<PortForm> ports, List<SelectForm> forms, boolean handlers) {
    for (SelectForm form : forms) {
      ports.add(new PortForm(ports.size(), form, handlers));
    }
  }

  private static void addActors(List<ActorForm> actors, List<SelectForm> forms) {
    int[] turns = new int[2];
    for (SelectForm form : forms) {
      List<Variant> variants = Variant.all(form.otherwise());
      // No divisor of their number, so that those next to each other differ in every respect.
      int turn = 7 * turns[form.otherwise() ? 1 : 0]++;
      actors.add(new ActorForm(actors.size(), form, variants.get(turn % variants.size())));
    }
  }

  private void runPorts(List<PortForm> ports, int situations) {
    for (int from = 0; from < ports.size(); from += BATCH) {
      List<PortForm> batch = ports.subList(from, Math.min(from + BATCH, ports.size()));
      Forms compiled = compile(batch.stream().map(PortForm::sources).toList());
      for (PortForm form : batch) {
        for (int method = 0; method < form.methods().size(); method++) {
          forms++;
          for (int i = 0; i < situations; i++) {
            Situation situation =
                Situation.number(forms * situations + i, form.arms(), List.of(Occupancy.values()));
            int ofForm = method;
            run(
                form + " " + form.methods().get(method) + " in " + situation,
                () -> new PortRun(compiled, form, ofForm, situation).run());
          }
        }
      }
    }
  }

  private void runActors(List<ActorForm> actors, int situations) {
    for (int from = 0; from < actors.size(); from += BATCH) {
      List<ActorForm> batch = actors.subList(from, Math.min(from + BATCH, actors.size()));
      Forms compiled = compile(batch.stream().map(ActorForm::sources).toList());
      for (ActorForm form : batch) {
        forms++;
        for (int i = 0; i < situations; i++) {
          Situation situation =
              Situation.number(forms * situations + i, form.arms(), WITHOUT_RECEIVER);
          run(form + " in " + situation, () -> new ActorRun(compiled, form, situation).run());
        }
      }
    }
  }

  private interface Run {
    /** How much has happened. */
    int run() throws InterruptedException;
  }

  private void run(String name, Run run) {
    runs++;
    try {
      happened += run.run();
    } catch (AssertionError | Exception failed) {
      faults.add(name + "\n  " + failed);
      assertTrue(faults.size() < MOST_FAULTS, () -> String.join("\n", faults));
    }
  }

  private static Forms compile(List<List<SourceText>> sources) {
    return Forms.compile(sources.stream().flatMap(List::stream).toList());
  }

  private void report(int interfaces, TestReporter reporter) {
    reporter.publishEntry("interfaces", String.valueOf(interfaces));
    reporter.publishEntry("forms", String.valueOf(forms));
    reporter.publishEntry("runs", String.valueOf(runs));
    reporter.publishEntry("selects or events", String.valueOf(happened));
    assertEquals(List.of(), faults);
  }
}
