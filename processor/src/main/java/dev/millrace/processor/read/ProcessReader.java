package dev.millrace.processor.read;

import static dev.millrace.processor.model.RuntimeNames.RECEIVER;
import static dev.millrace.processor.model.RuntimeNames.SENDER;

import dev.millrace.processor.model.Stage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads stages that say of each parameter which end of which channel it is. */
final class ProcessReader {

  private ProcessReader() {}

  /** {@code void f(@Consumer("a") Receiver<A>, @Producer("b") Sender<B>, ...)}. */
  static @Nullable Stage read(AnnotatedMethod said) {
    if (said.namesChannels() || !Signatures.isVoid(said.result())) {
      return null;
    }
    List<Stage.Parameter> parameters = new ArrayList<>();
    for (AnnotatedParameter parameter : said.annotatedParameters()) {
      if (!isSendEnd(parameter) && !isReceiveEnd(parameter)) {
        return null;
      }
      parameters.addAll(said.ends(parameter, Signatures.end(parameter.type())));
    }
    return new Stage.AnyProcess(said.method(), said.host(), parameters, said.workers());
  }

  static boolean isSendEnd(AnnotatedParameter parameter) {
    return parameter.producer() != null
        && parameter.consumer() == null
        && Signatures.isNamed(parameter.type(), SENDER)
        && !Signatures.hasUpperBound(parameter.type());
  }

  private static boolean isReceiveEnd(AnnotatedParameter parameter) {
    return parameter.consumer() != null
        && parameter.producer() == null
        && Signatures.isNamed(parameter.type(), RECEIVER)
        && !Signatures.hasLowerBound(parameter.type());
  }
}
