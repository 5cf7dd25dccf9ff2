package dev.millrace.processor.read;

import static dev.millrace.processor.model.RuntimeNames.RECEIVER;
import static dev.millrace.processor.model.RuntimeNames.SENDER;
import static dev.millrace.processor.read.Signatures.isNamed;
import static dev.millrace.processor.read.Signatures.isOf;
import static dev.millrace.processor.read.Signatures.isVoid;

import dev.millrace.processor.model.Endpoint;
import dev.millrace.processor.model.Payload;
import dev.millrace.processor.model.Stage;
import dev.millrace.processor.model.Stage.Results;
import dev.millrace.processor.model.Stage.SourceForm;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Reads stages. The forms below are all there are, beside those of {@link ProcessReader} and {@link
 * ActorReader}.
 */
final class StageReader {

  /** Recognises one form. */
  private interface Form {
    @Nullable Stage read(AnnotatedMethod said);
  }

  private final Signatures signatures;
  private final List<Form> forms =
      List.of(
          this::fold,
          this::sink,
          this::optional,
          this::stream,
          this::oneToOne,
          StageReader::sendingSource,
          this::streamSource,
          this::iterableSource);

  StageReader(Signatures signatures) {
    this.signatures = signatures;
  }

  /**
   * The stage, or {@code null} if no form fits.
   *
   * @param requests the channels that carry requests, which only servers consume
   */
  @Nullable Stage read(AnnotatedMethod said, Set<String> requests) {
    if (!said.isCallable()) {
      return null;
    }
    if (said.hasAnnotatedParameters()) {
      return ProcessReader.read(said);
    }
    if (said.consumer() != null && requests.contains(said.consumer().channel())) {
      return server(said);
    }
    for (Form form : forms) {
      Stage stage = form.read(said);
      if (stage != null) {
        return stage;
      }
    }
    return null;
  }

  /** {@code R f(Q)} on a channel of requests; whatever it returns is the reply. */
  private @Nullable Stage server(AnnotatedMethod said) {
    if (said.consumer() == null
        || !said.onlyConsumes()
        || said.parameters().size() != 1
        || hasOnly(said, RECEIVER)
        || hasOnly(said, SENDER)) {
      return null;
    }
    return new Stage.Server(
        said.method(),
        said.host(),
        said.endpoint(said.consumer(), signatures.parameter(said.parameters())),
        said.workers());
  }

  /** {@code R f(Receiver<T>)}, {@code void f(Receiver<T>)}. */
  private @Nullable Stage fold(AnnotatedMethod said) {
    if (said.consumer() == null || !said.consumesAndMayProduce() || !hasOnly(said, RECEIVER)) {
      return null;
    }
    TypeMirror values = said.parameters().get(0);
    boolean returns = !isVoid(said.result());
    if (Signatures.hasLowerBound(values) || returns != (said.producer() != null)) {
      return null;
    }
    Endpoint output =
        said.producer() == null
            ? null
            : said.endpoint(said.producer(), signatures.value(said.result()));
    return new Stage.Fold(
        said.method(),
        said.host(),
        said.endpoint(said.consumer(), Signatures.end(values)),
        output,
        said.workers());
  }

  /** {@code void f(T)}, and {@code void f()} for a signal. */
  private @Nullable Stage sink(AnnotatedMethod said) {
    if (!said.onlyConsumes() || !isVoid(said.result())) {
      return null;
    }
    return perValue(said, Results.NONE, null);
  }

  /** {@code Optional<R> f(T)}. */
  private @Nullable Stage optional(AnnotatedMethod said) {
    if (!isOf(said.result(), Optional.class.getName())) {
      return null;
    }
    return perValue(said, Results.OPTIONAL, signatures.elements(said.result()));
  }

  /** {@code Stream<R> f(T)}. */
  private @Nullable Stage stream(AnnotatedMethod said) {
    if (!isOf(said.result(), Stream.class.getName())) {
      return null;
    }
    return perValue(said, Results.STREAM, signatures.elements(said.result()));
  }

  /** {@code R f(T)}. */
  private @Nullable Stage oneToOne(AnnotatedMethod said) {
    if (isVoid(said.result())) {
      return null;
    }
    return perValue(said, Results.ONE, signatures.value(said.result()));
  }

  private @Nullable Stage perValue(
      AnnotatedMethod said, Results results, @Nullable Payload produced) {
    if (said.consumer() == null
        || !said.consumesAndMayProduce()
        || (said.producer() != null) != (produced != null)
        || said.parameters().size() > 1
        || hasOnly(said, SENDER)) {
      return null;
    }
    Endpoint output =
        said.producer() == null || produced == null
            ? null
            : said.endpoint(said.producer(), produced);
    return new Stage.PerValue(
        said.method(),
        said.host(),
        said.endpoint(said.consumer(), signatures.parameter(said.parameters())),
        output,
        results,
        said.workers());
  }

  /** {@code void f(Sender<R>)}. */
  private static @Nullable Stage sendingSource(AnnotatedMethod said) {
    if (!hasOnly(said, SENDER)
        || !isVoid(said.result())
        || Signatures.hasUpperBound(said.parameters().get(0))) {
      return null;
    }
    return source(said, SourceForm.SENDER, Signatures.end(said.parameters().get(0)));
  }

  /** {@code Stream<R> f()}. */
  private @Nullable Stage streamSource(AnnotatedMethod said) {
    if (!isOf(said.result(), Stream.class.getName()) || !said.parameters().isEmpty()) {
      return null;
    }
    return source(said, SourceForm.STREAM, signatures.elements(said.result()));
  }

  /** {@code Iterable<R> f()}; a subtype, such as a {@code List}, would be one value. */
  private @Nullable Stage iterableSource(AnnotatedMethod said) {
    if (!isOf(said.result(), Iterable.class.getName()) || !said.parameters().isEmpty()) {
      return null;
    }
    return source(said, SourceForm.ITERABLE, signatures.elements(said.result()));
  }

  private static @Nullable Stage source(AnnotatedMethod said, SourceForm form, Payload produced) {
    if (said.producer() == null || !said.onlyProduces()) {
      return null;
    }
    return new Stage.Source(
        said.method(), said.host(), said.endpoint(said.producer(), produced), form, said.workers());
  }

  private static boolean hasOnly(AnnotatedMethod said, String parameterType) {
    return said.parameters().size() == 1 && isNamed(said.parameters().get(0), parameterType);
  }
}
