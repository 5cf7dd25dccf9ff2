package dev.millrace.processor.check;

import static dev.millrace.processor.report.EndProblem.ACTOR_PARAMETER;
import static dev.millrace.processor.report.EndProblem.END_OF_NOTHING;
import static dev.millrace.processor.report.EndProblem.MIXED_ON_PARAMETER;
import static dev.millrace.processor.report.EndProblem.RECEIVER_OF_ACTOR;
import static dev.millrace.processor.report.EndProblem.RESULT_AND_END;
import static dev.millrace.processor.report.EndProblem.UNBOUND_BESIDE_RESULT;
import static dev.millrace.processor.report.EndProblem.UNBOUND_OF_ACTOR;
import static dev.millrace.processor.report.SelectProblem.SELECT_SHAPE_OF_STAGE;
import static dev.millrace.processor.report.SelectProblem.SELECT_WITH_BODY;
import static dev.millrace.processor.report.ShapeProblem.NOTHING_TO_SEND;
import static dev.millrace.processor.report.ShapeProblem.RESULT_DROPPED;

import dev.millrace.processor.model.Endpoint;
import dev.millrace.processor.model.Method;
import dev.millrace.processor.model.Site;
import dev.millrace.processor.model.Stage;
import dev.millrace.processor.model.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Whether a stage that selects takes its event, and beside it only ends to send to. */
final class Actors {

  private final Inspection inspection;
  private final Unreadable unreadable;
  private final Method method;

  private Actors(Inspection inspection, Unreadable unreadable) {
    this.inspection = inspection;
    this.unreadable = unreadable;
    this.method = unreadable.method();
  }

  static void check(Inspection inspection) {
    for (Stage stage : inspection.topology().stages()) {
      if (stage instanceof Stage.Actor actor && actor.output() != null) {
        checkResult(actor, actor.output(), inspection);
      }
    }
  }

  private static void checkResult(Stage.Actor actor, Endpoint output, Inspection inspection) {
    for (Stage.Parameter parameter : actor.parameters()) {
      if (parameter.end().channel().equals(output.channel())) {
        inspection.report(
            RESULT_AND_END,
            parameter.end().site(),
            actor.method(),
            output.channel(),
            parameter.end().site().element());
      }
    }
  }

  /** Says why a method with {@code @Select} and a body is no actor. */
  static void explain(Unreadable unreadable, Inspection inspection) {
    new Actors(inspection, unreadable).explain();
  }

  private void explain() {
    List<TypeMirror> events = new ArrayList<>();
    boolean explained = false;
    List<? extends VariableElement> parameters = method.element().getParameters();
    for (int index = 0; index < parameters.size(); index++) {
      TypeMirror type = method.type().getParameterTypes().get(index);
      List<Stage.Parameter> said = said(index);
      if (said.isEmpty() && !Carriers.isEnd(type)) {
        events.add(type);
      } else {
        explained |= explain(said, parameters.get(index), type);
      }
    }
    if (!explained) {
      explain(events);
    }
  }

  private List<Stage.Parameter> said(int index) {
    return unreadable.parameters().stream().filter(one -> one.index() == index).toList();
  }

  /** Reports what is wrong with a parameter that is not the event, if anything is. */
  private boolean explain(List<Stage.Parameter> said, VariableElement parameter, TypeMirror type) {
    Site site = Site.of(parameter);
    if (said.size() > 1) {
      inspection.report(MIXED_ON_PARAMETER, site, parameter, method);
    } else if (Carriers.isReceiver(type) || (!said.isEmpty() && !said.get(0).sends())) {
      inspection.report(RECEIVER_OF_ACTOR, site, parameter, method);
    } else if (said.isEmpty() && unreadable.produced() != null) {
      reportUnbound(parameter, unreadable.produced().channel(), site);
    } else if (said.isEmpty()) {
      Processes.reportUnbound(unreadable, true, site, inspection);
    } else if (!Carriers.isSender(type)) {
      String channel = said.get(0).end().channel();
      inspection.report(ACTOR_PARAMETER, site, parameter, channel, type, inspection.boxed(type));
    } else {
      Optional<TypeMirror> bound = Carriers.upperBound(type);
      bound.ifPresent(upper -> inspection.report(END_OF_NOTHING, site, type, upper));
      return bound.isPresent();
    }
    return true;
  }

  private void reportUnbound(VariableElement parameter, String channel, Site site) {
    if (method.result().getKind() == TypeKind.VOID) {
      inspection.report(UNBOUND_OF_ACTOR, site, parameter, method, channel);
    } else {
      inspection.report(UNBOUND_BESIDE_RESULT, site, parameter, method);
    }
  }

  private void explain(List<TypeMirror> events) {
    Site site = unreadable.site();
    if (events.size() != 1) {
      inspection.report(SELECT_WITH_BODY, site, method);
    } else if (events.get(0).getKind() != TypeKind.DECLARED) {
      inspection.report(SELECT_SHAPE_OF_STAGE, site, method);
    } else if (unreadable.produced() != null) {
      inspection.report(NOTHING_TO_SEND, site, method, unreadable.produced().channel());
    } else {
      inspection.report(RESULT_DROPPED, site, method, method.result());
    }
  }
}
