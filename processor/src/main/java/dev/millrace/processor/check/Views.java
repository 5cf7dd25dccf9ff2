package dev.millrace.processor.check;

import static dev.millrace.processor.report.TypeProblem.RAW_VIEW;

import dev.millrace.processor.model.Channel;
import dev.millrace.processor.model.Endpoint;
import dev.millrace.processor.model.Site;
import dev.millrace.processor.model.Stage;
import dev.millrace.processor.resolve.ChannelTypes;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Whether the ends of channels that stages take say what they carry. */
final class Views {

  private Views() {}

  static void check(Inspection inspection) {
    for (Stage stage : inspection.topology().stages()) {
      if (stage instanceof Stage.Fold fold) {
        check(stage, 0, fold.input(), inspection);
      } else if (stage instanceof Stage.Source source && source.form() == Stage.SourceForm.SENDER) {
        check(stage, 0, source.output(), inspection);
      }
      for (Stage.Parameter parameter : stage.parameters()) {
        check(stage, parameter.index(), parameter.end(), inspection);
      }
    }
  }

  private static void check(Stage stage, int index, Endpoint end, Inspection inspection) {
    TypeMirror view = stage.method().type().getParameterTypes().get(index);
    if (view instanceof DeclaredType declared && declared.getTypeArguments().isEmpty()) {
      inspection.report(
          RAW_VIEW,
          Site.of(stage.method().element().getParameters().get(index)),
          declared.asElement(),
          carriedBy(end.channel(), inspection));
    }
  }

  private static Object carriedBy(String name, Inspection inspection) {
    ChannelTypes resolution = new ChannelTypes(inspection.types(), inspection.elements());
    return inspection.topology().channels().stream()
        .filter(channel -> channel.name().equals(name))
        .flatMap((Channel channel) -> resolution.of(channel).stream())
        .<Object>map(type -> type)
        .findFirst()
        .orElse("?");
  }
}
