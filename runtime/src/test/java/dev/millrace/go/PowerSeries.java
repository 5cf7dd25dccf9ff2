package dev.millrace.go;

import dev.millrace.Channel;
import dev.millrace.ChannelClosedException;
import dev.millrace.Selector;
import dev.millrace.Signal;
import dev.millrace.harness.Body;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** An endless series of coefficients, each computed when it is asked for. */
record PowerSeries(Channel<Signal> requests, Channel<Fraction> terms) {

  Fraction next() throws InterruptedException {
    requests.send(Signal.SIGNAL);
    return terms.receive();
  }

  private void put(Fraction term) throws InterruptedException {
    requests.receive();
    terms.send(term);
  }

  /** What computes the next term of a series. */
  private interface Terms {
    Fraction next() throws InterruptedException;
  }

  private interface Generator {
    void generate(PowerSeries out) throws InterruptedException;
  }

  /** All series of a computation, each with its threads; they end when it is closed. */
  static final class Network implements AutoCloseable {

    private final Consumer<Body> start;
    private final List<PowerSeries> all = new ArrayList<>();
    private boolean closed;

    Network(Consumer<Body> start) {
      this.start = start;
    }

    private synchronized PowerSeries empty() {
      var series = new PowerSeries(Channel.rendezvous(), Channel.rendezvous());
      if (closed) {
        end(series);
      }
      all.add(series);
      return series;
    }

    /** As a failure, so that every wait is told, also in a select with other arms. */
    private static void end(PowerSeries series) {
      series.requests.close(new CancellationException("enough terms"));
      series.terms.close(new CancellationException("enough terms"));
    }

    @Override
    public synchronized void close() {
      closed = true;
      all.forEach(Network::end);
    }

    private void run(Body body) {
      start.accept(
          () -> {
            try {
              body.run();
            } catch (ChannelClosedException enough) {
              // The network has ended.
            }
          });
    }

    private PowerSeries generated(Generator generator) {
      PowerSeries series = empty();
      run(() -> generator.generate(series));
      return series;
    }

    private static void copy(PowerSeries in, PowerSeries out) throws InterruptedException {
      while (true) {
        out.requests.receive();
        out.terms.send(in.next());
      }
    }

    private PowerSeries each(Terms terms) {
      return generated(
          out -> {
            while (true) {
              out.requests.receive();
              out.terms.send(terms.next());
            }
          });
    }

    PowerSeries repeat(Fraction term) {
      return each(() -> term);
    }

    PowerSeries scale(Fraction factor, PowerSeries series) {
      return each(() -> factor.times(series.next()));
    }

    PowerSeries add(PowerSeries a, PowerSeries b) {
      return each(
          () -> {
            List<Fraction> terms = nextOfBoth(a, b);
            return terms.get(0).plus(terms.get(1));
          });
    }

    /** Asks both at once and takes the answers as they come; guards say what is still to do. */
    private static List<Fraction> nextOfBoth(PowerSeries a, PowerSeries b)
        throws InterruptedException {
      List<PowerSeries> both = List.of(a, b);
      Fraction[] terms = {Fraction.ZERO, Fraction.ZERO};
      boolean[] asked = new boolean[2];
      boolean[] answered = new boolean[2];
      Selector.Builder<Boolean> builder = Selector.fair();
      for (int i = 0; i < 2; i++) {
        int it = i;
        builder
            .send(both.get(i).requests, () -> Signal.SIGNAL, () -> asked[it] = true)
            .when(() -> !asked[it])
            .receive(
                both.get(i).terms,
                term -> {
                  terms[it] = term;
                  answered[it] = true;
                  return true;
                })
            .when(() -> asked[it] && !answered[it]);
      }
      Selector<Boolean> select = builder.build();
      for (int steps = 0; steps < 4; steps++) {
        select.select();
      }
      return List.of(terms[0], terms[1]);
    }

    PowerSeries derivative(PowerSeries series) {
      return generated(
          out -> {
            out.requests.receive();
            series.next();
            for (int i = 1; ; i++) {
              out.terms.send(Fraction.of(i).times(series.next()));
              out.requests.receive();
            }
          });
    }

    PowerSeries integral(Fraction constant, PowerSeries series) {
      return generated(
          out -> {
            out.put(constant);
            for (int i = 1; ; i++) {
              out.requests.receive();
              out.terms.send(new Fraction(1, i).times(series.next()));
            }
          });
    }

    /** The series at {@code factor * x * x}. */
    PowerSeries substituteSquare(Fraction factor, PowerSeries series) {
      return generated(
          out -> {
            for (Fraction power = Fraction.of(1); ; power = power.times(factor)) {
              out.requests.receive();
              out.terms.send(power.times(series.next()));
              out.put(Fraction.ZERO);
            }
          });
    }

    /** From (a + x A)(b + x B) = a b + x (a B + b A) + x x A B. */
    PowerSeries multiply(PowerSeries first, PowerSeries second) {
      return generated(
          out -> {
            out.requests.receive();
            List<Fraction> heads = nextOfBoth(first, second);
            out.terms.send(heads.get(0).times(heads.get(1)));
            List<PowerSeries> firsts = split(first);
            List<PowerSeries> seconds = split(second);
            PowerSeries mixed =
                add(scale(heads.get(0), seconds.get(0)), scale(heads.get(1), firsts.get(0)));
            out.put(mixed.next());
            copy(add(mixed, multiply(firsts.get(1), seconds.get(1))), out);
          });
    }

    /** From E' = E U', in a cycle: the result is its own input. */
    PowerSeries exponential(PowerSeries series) {
      List<PowerSeries> results = List.of(empty(), empty());
      split(
          integral(Fraction.of(1), multiply(results.get(0), derivative(series))),
          results.get(0),
          results.get(1));
      return results.get(1);
    }

    private List<PowerSeries> split(PowerSeries series) {
      List<PowerSeries> both = List.of(empty(), empty());
      split(series, both.get(0), both.get(1));
      return both;
    }

    /**
     * Gives the same terms to two series that may be read at different rates. Each term has a
     * thread of its own from the first demand until both have it; {@code turn} says that the slower
     * reader has all the terms before.
     */
    private void split(PowerSeries in, PowerSeries a, PowerSeries b) {
      Channel<Signal> turn = signals();
      run(() -> splitNext(in, a, b, turn));
      run(() -> turn.send(Signal.SIGNAL));
    }

    private Channel<Signal> signals() {
      return empty().requests;
    }

    private void splitNext(PowerSeries in, PowerSeries a, PowerSeries b, Channel<Signal> turn)
        throws InterruptedException {
      PowerSeries faster = a;
      PowerSeries slower = b;
      boolean both =
          Selector.<Boolean>fair()
              .receive(a.requests, request -> false)
              .receive(turn, signal -> true)
              .build()
              .select();
      if (both) {
        boolean inOrder =
            Selector.<Boolean>fair()
                .receive(a.requests, request -> true)
                .receive(b.requests, request -> false)
                .build()
                .select();
        faster = inOrder ? a : b;
        slower = inOrder ? b : a;
      }
      in.requests.send(Signal.SIGNAL);
      Channel<Signal> nextTurn = signals();
      PowerSeries nextFaster = faster;
      PowerSeries nextSlower = slower;
      run(() -> splitNext(in, nextFaster, nextSlower, nextTurn));
      Fraction term = in.terms.receive();
      faster.terms.send(term);
      if (!both) {
        turn.receive();
      }
      slower.put(term);
      nextTurn.send(Signal.SIGNAL);
    }
  }
}
