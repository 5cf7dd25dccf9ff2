package dev.millrace.processor.check;

import static dev.millrace.processor.report.Problem.ARM_NO_RECORD;
import static dev.millrace.processor.report.Problem.ARM_SHAPE;
import static dev.millrace.processor.report.Problem.ARM_VISIBLE;
import static dev.millrace.processor.report.Problem.ARM_WITHOUT_CASE;
import static dev.millrace.processor.report.Problem.CLOSED_ALONE;
import static dev.millrace.processor.report.Problem.CLOSED_WITH_COMPONENTS;
import static dev.millrace.processor.report.Problem.DUPLICATE_CASE;
import static dev.millrace.processor.report.Problem.NOT_SEALED;
import static dev.millrace.processor.report.Problem.NO_OTHERWISE;
import static dev.millrace.processor.report.Problem.ONE_ARM;
import static dev.millrace.processor.report.Problem.OTHERWISE_SPINS;
import static dev.millrace.processor.report.Problem.OTHERWISE_WITH_COMPONENTS;
import static dev.millrace.processor.report.Problem.SELECT_SHAPE;
import static dev.millrace.processor.report.Problem.SELECT_SHAPE_OF_STAGE;
import static dev.millrace.processor.report.Problem.TWO_OTHERWISE;

import dev.millrace.processor.model.Arm;
import dev.millrace.processor.model.Select;
import dev.millrace.processor.model.Site;
import dev.millrace.processor.model.Stage;
import dev.millrace.processor.model.Topology;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** Whether each select knows its arms, and each arm is one channel's. */
final class Selects {

  private Selects() {}

  static void check(Inspection inspection) {
    Set<Element> events = new HashSet<>();
    for (Select select : inspection.topology().selects()) {
      checkEvent(select, inspection);
      checkOtherwise(select, inspection);
      Guards.check(select, inspection);
      // Several methods may have the same event; its arms have their faults only once.
      DeclaredType event = select.event();
      if (event != null && events.add(event.asElement())) {
        checkArms(select, event, inspection);
      }
    }
    for (Stage stage : inspection.topology().stages()) {
      if (stage instanceof Stage.Actor actor && actor.select().otherwise().isPresent()) {
        inspection.report(OTHERWISE_SPINS, Site.of(stage.method().element()), stage.method());
      }
    }
  }

  /** Whether some select was reported for having no arms, so that it may receive from anything. */
  static boolean hasUnknownArms(Topology topology) {
    return topology.unreadable().stream().anyMatch(unreadable -> unreadable.selects() != null)
        || topology.selects().stream().anyMatch(select -> select.arms().isEmpty());
  }

  private static void checkEvent(Select select, Inspection inspection) {
    Site site = Site.of(select.method().element());
    if (select.event() == null) {
      inspection.report(SELECT_SHAPE, site, select.method());
      return;
    }
    Element event = select.event().asElement();
    boolean isSealed = event.getModifiers().contains(Modifier.SEALED);
    if (!isSealed && event.getKind() == ElementKind.INTERFACE) {
      inspection.report(
          NOT_SEALED,
          site,
          select.method(),
          isOfStage(select, inspection) ? "takes" : "returns",
          event);
    } else if (!isSealed || !hasArms(select)) {
      inspection.report(
          isOfStage(select, inspection) ? SELECT_SHAPE_OF_STAGE : SELECT_SHAPE,
          site,
          select.method());
    } else if (select.arms().size() == 1
        && select.arms().get(0) instanceof Arm.Taking only
        && only.guard() == null
        && !select.timed()) {
      inspection.report(ONE_ARM, site, select.method(), only.channel());
    }
  }

  private static boolean isOfStage(Select select, Inspection inspection) {
    return inspection.topology().stages().stream()
        .anyMatch(stage -> stage.method().equals(select.method()));
  }

  /** Records that were given no annotation are told as such. */
  private static boolean hasArms(Select select) {
    return select.arms().stream().anyMatch(arm -> !(arm instanceof Arm.Otherwise));
  }

  private static void checkOtherwise(Select select, Inspection inspection) {
    if (select.timed() && select.event() != null && hasArms(select)) {
      if (select.otherwise().isEmpty()) {
        inspection.report(
            NO_OTHERWISE,
            Site.of(select.method().element()),
            select.method(),
            select.event().asElement());
      }
    }
  }

  private static void checkArms(Select select, DeclaredType event, Inspection inspection) {
    Map<String, Arm> values = new HashMap<>();
    Map<String, Arm> ends = new HashMap<>();
    for (Arm arm : select.arms()) {
      checkArm(arm, select, event, inspection);
      if (arm instanceof Arm.OfChannel of) {
        Map<String, Arm> byChannel = arm instanceof Arm.Closed ? ends : values;
        Arm first = byChannel.putIfAbsent(of.channel(), arm);
        if (first != null) {
          inspection.report(DUPLICATE_CASE, of.site(), first.event(), arm.event(), of.channel());
        }
      } else if (arm instanceof Arm.Otherwise second) {
        Arm.Otherwise first = select.otherwise().orElseThrow();
        if (!first.equals(second)) {
          inspection.report(TWO_OTHERWISE, Site.of(arm.event()), first.event(), second.event());
        }
      }
    }
    ends.forEach(
        (channel, end) -> {
          if (!values.containsKey(channel)) {
            inspection.report(
                CLOSED_ALONE, ((Arm.Closed) end).site(), end.event(), channel, select.method());
          }
        });
  }

  private static void checkArm(Arm arm, Select select, DeclaredType type, Inspection inspection) {
    TypeElement event = arm.event();
    Site site = Site.of(event);
    if (arm instanceof Arm.WithoutCase) {
      inspection.report(
          ARM_WITHOUT_CASE,
          site,
          select.method(),
          isOfStage(select, inspection) ? "get" : "return",
          event,
          type.asElement());
    } else if (event.getKind() != ElementKind.RECORD) {
      inspection.report(ARM_NO_RECORD, site, event, select.method());
    } else if (!Visibility.isVisible(event, inspection)) {
      inspection.report(ARM_VISIBLE, site, event, inspection.generatedName());
    } else if (arm instanceof Arm.Misshapen misshapen) {
      List<?> components = event.getRecordComponents();
      inspection.report(ARM_SHAPE, site, event, components.size(), misshapen.channel());
    } else if (arm instanceof Arm.Closed && !event.getRecordComponents().isEmpty()) {
      inspection.report(CLOSED_WITH_COMPONENTS, site, event);
    } else if (arm instanceof Arm.Otherwise && !event.getRecordComponents().isEmpty()) {
      inspection.report(OTHERWISE_WITH_COMPONENTS, site, event);
    }
  }
}
