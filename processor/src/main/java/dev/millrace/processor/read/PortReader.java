package dev.millrace.processor.read;

import static dev.millrace.processor.model.RuntimeNames.RECEIVED;
import static dev.millrace.processor.model.RuntimeNames.RECEIVER;
import static dev.millrace.processor.model.RuntimeNames.SENDER;
import static dev.millrace.processor.read.Signatures.isBoolean;
import static dev.millrace.processor.read.Signatures.isDuration;
import static dev.millrace.processor.read.Signatures.isNamed;
import static dev.millrace.processor.read.Signatures.isOf;
import static dev.millrace.processor.read.Signatures.isVoid;

import dev.millrace.processor.model.Endpoint;
import dev.millrace.processor.model.Port;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the ports that name one channel, or close some. The forms below are all there are; {@link
 * SelectReader} has the others.
 */
final class PortReader {

  /** Recognises one form. */
  private interface Form {
    @Nullable Port read(AnnotatedMethod said);
  }

  private final Signatures signatures;
  private final List<Form> forms =
      List.of(
          this::send,
          this::trySend,
          this::timedSend,
          PortReader::sendEnd,
          this::ask,
          this::receiveOptional,
          PortReader::poll,
          PortReader::timedPoll,
          PortReader::receiveEnd,
          this::receive,
          PortReader::close);

  PortReader(Signatures signatures) {
    this.signatures = signatures;
  }

  /** The port, or {@code null} if no form fits. */
  @Nullable Port read(AnnotatedMethod said) {
    if (!said.isCallable() || said.hasAnnotatedParameters()) {
      return null;
    }
    for (Form form : forms) {
      Port port = form.read(said);
      if (port != null) {
        return port;
      }
    }
    return null;
  }

  /** {@code void put(T)}, {@code void ring()}. */
  private @Nullable Port send(AnnotatedMethod said) {
    if (said.producer() == null
        || !said.onlyProduces()
        || !isVoid(said.result())
        || said.parameters().size() > 1) {
      return null;
    }
    return new Port.Send(
        said.method(), said.endpoint(said.producer(), signatures.parameter(said.parameters())));
  }

  /** {@code boolean offer(T)}, {@code boolean offer()}. */
  private @Nullable Port trySend(AnnotatedMethod said) {
    if (said.producer() == null
        || !said.onlyProduces()
        || !isBoolean(said.result())
        || said.parameters().size() > 1) {
      return null;
    }
    return new Port.TrySend(
        said.method(), said.endpoint(said.producer(), signatures.parameter(said.parameters())));
  }

  /** {@code boolean offer(T, Duration)}. */
  private @Nullable Port timedSend(AnnotatedMethod said) {
    if (said.producer() == null
        || !said.onlyProduces()
        || !isBoolean(said.result())
        || said.parameters().size() != 2
        || !isDuration(said.parameters().get(1))) {
      return null;
    }
    return new Port.TimedSend(
        said.method(), said.endpoint(said.producer(), signatures.parameter(said.parameters())));
  }

  /** {@code Sender<T> orders()}. */
  private static @Nullable Port sendEnd(AnnotatedMethod said) {
    if (said.producer() == null
        || !said.onlyProduces()
        || !isNamed(said.result(), SENDER)
        || Signatures.hasUpperBound(said.result())
        || !said.parameters().isEmpty()) {
      return null;
    }
    return new Port.SendEnd(
        said.method(), said.endpoint(said.producer(), Signatures.end(said.result())));
  }

  /** {@code @Request R ask(Q)}, {@code @Request R ask(Q, Duration)}. */
  private @Nullable Port ask(AnnotatedMethod said) {
    int parameters = said.parameters().size();
    boolean timed = parameters == 2 && isDuration(said.parameters().get(1));
    if (said.request() == null || !said.onlyAsks() || !(parameters == 1 || timed)) {
      return null;
    }
    Endpoint question = said.endpoint(said.request(), signatures.parameter(said.parameters()));
    return new Port.Ask(said.method(), question, timed);
  }

  /** {@code Optional<T> next()}. */
  private @Nullable Port receiveOptional(AnnotatedMethod said) {
    if (said.consumer() == null
        || !said.onlyConsumes()
        || !isOf(said.result(), Optional.class.getName())
        || !said.parameters().isEmpty()) {
      return null;
    }
    return new Port.ReceiveOptional(
        said.method(), said.endpoint(said.consumer(), signatures.elements(said.result())));
  }

  /** {@code Received<T> poll()}. */
  private static @Nullable Port poll(AnnotatedMethod said) {
    return said.consumer() != null && hands(said, RECEIVED) && said.parameters().isEmpty()
        ? new Port.Poll(
            said.method(), said.endpoint(said.consumer(), Signatures.end(said.result())))
        : null;
  }

  /** {@code Received<T> poll(Duration)}. */
  private static @Nullable Port timedPoll(AnnotatedMethod said) {
    return said.consumer() != null
            && hands(said, RECEIVED)
            && said.parameters().size() == 1
            && isDuration(said.parameters().get(0))
        ? new Port.TimedPoll(
            said.method(), said.endpoint(said.consumer(), Signatures.end(said.result())))
        : null;
  }

  /** {@code Receiver<T> orders()}. */
  private static @Nullable Port receiveEnd(AnnotatedMethod said) {
    return said.consumer() != null && hands(said, RECEIVER) && said.parameters().isEmpty()
        ? new Port.ReceiveEnd(
            said.method(), said.endpoint(said.consumer(), Signatures.end(said.result())))
        : null;
  }

  /** Whether a consuming port hands over values in that type, which says what they are. */
  private static boolean hands(AnnotatedMethod said, String type) {
    return said.onlyConsumes()
        && isNamed(said.result(), type)
        && !Signatures.hasLowerBound(said.result());
  }

  /** {@code T next()}, and {@code void next()} for a signal. */
  private @Nullable Port receive(AnnotatedMethod said) {
    if (said.consumer() == null
        || !said.onlyConsumes()
        || !said.parameters().isEmpty()
        || isNamed(said.result(), RECEIVED)
        || isNamed(said.result(), RECEIVER)) {
      return null;
    }
    return new Port.Receive(
        said.method(), said.endpoint(said.consumer(), signatures.value(said.result())));
  }

  /** {@code @Close void finish()}. */
  private static @Nullable Port close(AnnotatedMethod said) {
    if (!said.onlyCloses() || !isVoid(said.result()) || !said.parameters().isEmpty()) {
      return null;
    }
    return new Port.Close(said.method(), said.closes());
  }
}
