package dev.millrace.processor.check;

import static dev.millrace.processor.report.SelectProblem.ARM_NO_EVENT;
import static dev.millrace.processor.report.SelectProblem.ARM_NO_RECORD;
import static dev.millrace.processor.report.SelectProblem.ARM_SHAPE;
import static dev.millrace.processor.report.SelectProblem.ARM_UNBOUND;
import static dev.millrace.processor.report.SelectProblem.ARM_UNFIT;
import static dev.millrace.processor.report.SelectProblem.ARM_VISIBLE;
import static dev.millrace.processor.report.SelectProblem.ARM_WITHOUT_CASE;
import static dev.millrace.processor.report.SelectProblem.CLOSED_ALONE;
import static dev.millrace.processor.report.SelectProblem.CLOSED_WITH_COMPONENTS;
import static dev.millrace.processor.report.SelectProblem.DUPLICATE_CASE;
import static dev.millrace.processor.report.SelectProblem.NOT_SEALED;
import static dev.millrace.processor.report.SelectProblem.NO_OTHERWISE;
import static dev.millrace.processor.report.SelectProblem.NO_OTHERWISE_HANDLER;
import static dev.millrace.processor.report.SelectProblem.ONE_ARM;
import static dev.millrace.processor.report.SelectProblem.OTHERWISE_SPINS;
import static dev.millrace.processor.report.SelectProblem.OTHERWISE_WITH_COMPONENTS;
import static dev.millrace.processor.report.SelectProblem.SELECT_SHAPE;
import static dev.millrace.processor.report.SelectProblem.SELECT_SHAPE_OF_STAGE;
import static dev.millrace.processor.report.SelectProblem.SENDING_WITH_COMPONENTS;
import static dev.millrace.processor.report.SelectProblem.TWO_OTHERWISE;
import static dev.millrace.processor.report.SelectProblem.TWO_STYLES;
import static dev.millrace.processor.report.ShapeProblem.MIXED_ANNOTATIONS;

import dev.millrace.processor.model.Arm;
import dev.millrace.processor.model.Select;
import dev.millrace.processor.model.Site;
import dev.millrace.processor.model.Stage;
import dev.millrace.processor.model.Topology;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Whether each select knows its arms, and each arm is one channel's. */
final class Selects {

  private Selects() {}

  static void check(Inspection inspection) {
    Set<String> events = new HashSet<>();
    for (Select select : inspection.topology().selects()) {
      checkEvent(select, inspection);
      checkOtherwise(select, inspection);
      boolean ofStage = isOfStage(select, inspection);
      Guards.check(select, ofStage, inspection);
      Offers.check(select, ofStage, inspection);
      // Several methods may have the same event; its arms have their faults only once. An event of
      // other type arguments is another one.
      DeclaredType event = select.event();
      if (event == null || !select.handlers().isEmpty() || events.add(event.toString())) {
        checkArms(select, inspection);
      }
    }
    for (Stage stage : inspection.topology().stages()) {
      if (stage instanceof Stage.Actor actor && !actor.select().waits()) {
        inspection.report(OTHERWISE_SPINS, Site.of(stage.method().element()), stage.method());
      }
    }
  }

  /**
   * Whether some select was reported for having no arms, or one without a channel, so that it may
   * receive from anything.
   */
  static boolean hasUnknownArms(Topology topology) {
    return topology.unreadable().stream().anyMatch(unreadable -> unreadable.selects() != null)
        || topology.selects().stream()
            .map(Select::arms)
            .anyMatch(
                arms ->
                    arms.isEmpty() || arms.stream().anyMatch(Arm.WithoutCase.class::isInstance));
  }

  private static void checkEvent(Select select, Inspection inspection) {
    Site site = Site.of(select.method().element());
    boolean ofStage = isOfStage(select, inspection);
    boolean hasHandlers = !select.handlers().isEmpty();
    if (hasHandlers && select.method().result().getKind() != TypeKind.VOID) {
      inspection.report(TWO_STYLES, site, select.method(), select.method().result());
    } else if (!hasHandlers && select.event() == null) {
      inspection.report(SELECT_SHAPE, site, select.method());
    } else if (!hasHandlers && isOpen(select.event())) {
      inspection.report(
          NOT_SEALED,
          site,
          select.method(),
          ofStage ? "takes" : "returns",
          Objects.requireNonNull(select.event()));
    } else if (!hasArms(select)) {
      inspection.report(ofStage ? SELECT_SHAPE_OF_STAGE : SELECT_SHAPE, site, select.method());
    } else if (select.arms().size() == 1
        && select.arms().get(0) instanceof Arm.OfChannel only
        && !(only instanceof Arm.AtEnd)
        && only.guard() == null
        && !select.timed()) {
      inspection.report(
          ONE_ARM,
          site,
          select.method(),
          only instanceof Arm.Sending ? "Producer" : "Consumer",
          only.channel());
    }
  }

  private static boolean isOpen(@Nullable DeclaredType event) {
    return event != null
        && event.asElement().getKind() == ElementKind.INTERFACE
        && !event.asElement().getModifiers().contains(Modifier.SEALED);
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
    if (!select.timed() || !hasArms(select) || select.otherwise().isPresent()) {
      return;
    }
    Site site = Site.of(select.method().element());
    if (!select.handlers().isEmpty()) {
      inspection.report(NO_OTHERWISE_HANDLER, site, select.method());
    } else if (select.event() != null) {
      inspection.report(NO_OTHERWISE, site, select.method(), select.event().asElement());
    }
  }

  private static void checkArms(Select select, Inspection inspection) {
    Map<String, Arm> values = new LinkedHashMap<>();
    Map<String, Arm> sends = new LinkedHashMap<>();
    Map<String, Arm.OfChannel> ends = new LinkedHashMap<>();
    for (Arm arm : select.arms()) {
      switch (arm) {
        case Arm.AtEnd end ->
            reportDuplicate(ends.putIfAbsent(end.channel(), end), end, inspection);
        case Arm.Taking taking ->
            reportDuplicate(values.putIfAbsent(taking.channel(), taking), taking, inspection);
        case Arm.Otherwise otherwise -> {
          Arm first = select.otherwise().orElseThrow();
          if (!first.equals(otherwise)) {
            inspection.report(
                TWO_OTHERWISE, Site.of(arm.declaration()), first.declaration(), arm.declaration());
          }
        }
        case Arm.Sending sending ->
            reportDuplicate(sends.putIfAbsent(sending.channel(), sending), sending, inspection);
        case Arm.WithBoth both ->
            inspection.report(
                MIXED_ANNOTATIONS,
                Site.of(arm.declaration()),
                arm.declaration(),
                both.one(),
                both.other());
        case Arm.WithoutCase without -> {}
      }
      if (arm instanceof Arm.OfEvent ofEvent) {
        checkRecord(ofEvent, select, inspection);
      } else if (arm instanceof Arm.OfHandler handler) {
        Handlers.check(handler, select, inspection);
      }
    }
    for (Arm.OfChannel end : ends.values()) {
      if (!values.containsKey(end.channel())) {
        inspection.report(
            CLOSED_ALONE,
            end.site(),
            end.declaration(),
            end.channel(),
            select.method(),
            end instanceof Arm.OfHandler ? "parameter" : "record");
      }
    }
  }

  private static void reportDuplicate(
      @Nullable Arm first, Arm.OfChannel second, Inspection inspection) {
    if (first != null) {
      inspection.report(
          DUPLICATE_CASE,
          second.site(),
          first.declaration(),
          second.declaration(),
          second.channel());
    }
  }

  private static void checkRecord(Arm.OfEvent arm, Select select, Inspection inspection) {
    TypeElement event = arm.event();
    Site site = Site.of(event);
    if (arm instanceof Arm.WithoutCase) {
      inspection.report(
          ARM_WITHOUT_CASE,
          site,
          select.method(),
          isOfStage(select, inspection) ? "get" : "return",
          event,
          Objects.requireNonNull(select.event()).asElement());
    } else if (event.getKind() != ElementKind.RECORD) {
      inspection.report(ARM_NO_RECORD, site, event, select.method());
    } else if (!Visibility.isVisible(event, inspection)) {
      Element inTheWay = Visibility.inTheWayOf(event, inspection).orElseThrow();
      inspection.report(
          ARM_VISIBLE,
          site,
          inTheWay,
          Visibility.accessOf(inTheWay),
          inspection.generatedName(),
          inTheWay.equals(event) ? "it" : event,
          Visibility.enoughFor(inTheWay, inspection));
    } else if (arm instanceof Arm.Unfit unfit) {
      reportUnfit(unfit, unfit.implemented(), unfit.unbound(), select, inspection);
    } else if (arm instanceof Arm.Misshapen misshapen) {
      List<?> components = event.getRecordComponents();
      inspection.report(ARM_SHAPE, site, event, components.size(), misshapen.channel());
    } else if (arm instanceof Arm.Closed && !event.getRecordComponents().isEmpty()) {
      inspection.report(CLOSED_WITH_COMPONENTS, site, event);
    } else if (arm instanceof Arm.Sending && !event.getRecordComponents().isEmpty()) {
      inspection.report(SENDING_WITH_COMPONENTS, site, event);
    } else if (arm instanceof Arm.Otherwise && !event.getRecordComponents().isEmpty()) {
      inspection.report(OTHERWISE_WITH_COMPONENTS, site, event);
    } else if (!(arm instanceof Arm.Taking)) {
      checkFit(arm, select, inspection);
    }
  }

  /** The reader looks at the others, whose types say what a channel carries. */
  private static void checkFit(Arm.OfEvent arm, Select select, Inspection inspection) {
    TypeElement record = arm.event();
    DeclaredType event = Objects.requireNonNull(select.event());
    Types types = inspection.types();
    // What type parameters stand for follows where generated code makes one.
    if (record.getTypeParameters().isEmpty()
        && !types.isSubtype(types.getDeclaredType(record), event)) {
      DeclaredType implemented = implemented(event.asElement(), record.asType(), types);
      reportUnfit(arm, implemented, null, select, inspection);
    }
  }

  private static @Nullable DeclaredType implemented(Element event, TypeMirror by, Types types) {
    if (by instanceof DeclaredType declared && declared.asElement().equals(event)) {
      return declared;
    }
    return types.directSupertypes(by).stream()
        .map(supertype -> implemented(event, supertype, types))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static void reportUnfit(
      Arm.OfEvent arm,
      @Nullable DeclaredType implemented,
      @Nullable TypeParameterElement unbound,
      Select select,
      Inspection inspection) {
    boolean ofStage = isOfStage(select, inspection);
    DeclaredType event = Objects.requireNonNull(select.event());
    if (implemented == null) {
      inspection.report(
          ARM_NO_EVENT,
          Site.of(arm.event()),
          select.method(),
          ofStage ? "get" : "return",
          arm.event(),
          event.asElement());
    } else if (unbound != null) {
      inspection.report(
          ARM_UNBOUND,
          Site.of(arm.event()),
          unbound.getSimpleName(),
          arm.event(),
          select.method(),
          ofStage ? "takes" : "returns",
          event,
          implemented);
    } else {
      inspection.report(
          ARM_UNFIT,
          Site.of(arm.event()),
          select.method(),
          ofStage ? "get" : "return",
          arm.event(),
          implemented,
          event,
          event.asElement());
    }
  }
}
