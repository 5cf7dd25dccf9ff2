package dev.millrace.generated;

import dev.millrace.Channel;
import dev.millrace.ChannelClosedException;
import dev.millrace.Sender;
import dev.millrace.annotation.Nullable;
import dev.millrace.internal.Reply;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Where all request ports of a channel ask. Any number of threads may ask at once.
 *
 * @param <Q> the type of the questions
 * @param <R> the type of the replies
 */
public final class RequestPort<Q, R> {

  private final Channel<Call<Q, R>> channel;
  private final Sender<Call<Q, R>> calls;
  private final String server;
  private final BooleanSupplier isTopologyOver;

  /** Calls that wait to be taken, are buffered, or are being answered. */
  private final Set<Call<Q, R>> pending = ConcurrentHashMap.newKeySet();

  private volatile @Nullable Throwable lostBecause;

  RequestPort(
      Channel<Call<Q, R>> channel,
      Sender<Call<Q, R>> calls,
      String server,
      BooleanSupplier isTopologyOver) {
    this.channel = channel;
    this.calls = calls;
    this.server = server;
    this.isTopologyOver = isTopologyOver;
  }

  /**
   * Asks, and waits for the reply to this very call.
   *
   * @param question what to ask
   * @return the reply, never {@code null}
   * @throws ChannelClosedException if the channel is closed, or the topology ended before the reply
   *     came
   * @throws CancellationException if the server was interrupted although the topology goes on
   * @throws InterruptedException if interrupted while waiting; then a reply that comes is dropped
   * @throws NullPointerException if the question is {@code null}
   */
  public R ask(Q question) throws InterruptedException {
    Call<Q, R> call = new Call<>(required(question), Reply.from(server), isTopologyOver);
    pending.add(call);
    try {
      calls.send(call);
      return switch (call.await()) {
        case CAME -> replyOf(call);
        default -> throw lost();
      };
    } finally {
      pending.remove(call);
    }
  }

  /**
   * Asks, and waits at most so long for the reply to this very call. The time that it takes until
   * the server is free counts too.
   *
   * @param question what to ask
   * @param atMost how long to wait at most; zero or less for not at all
   * @return the reply, never {@code null}
   * @throws ChannelClosedException as {@link #ask(Object)}
   * @throws CancellationException as {@link #ask(Object)}
   * @throws InterruptedException as {@link #ask(Object)}
   * @throws NullPointerException if the question or the duration is {@code null}
   * @throws TimeoutException if there was no reply in time; then one that comes is dropped
   */
  public R ask(Q question, Duration atMost) throws InterruptedException, TimeoutException {
    Call<Q, R> call = new Call<>(required(question), Reply.from(server, atMost), isTopologyOver);
    pending.add(call);
    try {
      if (!calls.trySend(call, atMost)) {
        throw new TimeoutException(
            server + " was not free for a request on \"" + channel.name() + "\" within " + atMost);
      }
      return switch (call.await()) {
        case CAME -> replyOf(call);
        case LOST -> throw lost();
        case LATE ->
            throw new TimeoutException(
                server + " did not reply on \"" + channel.name() + "\" within " + atMost);
      };
    } finally {
      pending.remove(call);
    }
  }

  private static <Q> Q required(Q question) {
    return Objects.requireNonNull(
        question, "null cannot be asked: wrap a question that may be missing in a record.");
  }

  private R replyOf(Call<Q, R> call) {
    Throwable thrown = call.thrown();
    if (thrown instanceof InterruptedException) {
      // Not as it is: the caller was not interrupted.
      var cancelled = new CancellationException(server + " was interrupted in this request.");
      cancelled.initCause(thrown);
      throw cancelled;
    }
    if (thrown != null) {
      AskedHere.addTo(thrown, channel.name());
      RequestPort.<RuntimeException>rethrow(thrown);
    }
    return call.value();
  }

  /**
   * Passes a checked exception by the compiler, which sees that the user's port declares what the
   * server declares.
   */
  @SuppressWarnings("unchecked") // Erased: whatever it is, it is thrown as it is.
  private static <E extends Throwable> void rethrow(Throwable thrown) throws E {
    throw (E) thrown;
  }

  private ChannelClosedException lost() {
    return ChannelClosedException.beforeReply(channel, lostBecause);
  }

  /** Ends asking: calls that were accepted are still answered, and no others are. */
  public void close() {
    calls.close();
  }

  /**
   * There will be no more replies. To be called when the channel is closed: a call that enters the
   * set after this has looked is refused by the channel.
   */
  void lose(@Nullable Throwable cause) {
    if (cause != null) {
      // An orderly end that follows a failure does not undo it.
      lostBecause = cause;
    }
    pending.forEach(Call::lose);
  }
}
