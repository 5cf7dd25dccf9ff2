package dev.millrace.go;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.harness.ConcurrencyTest;
import dev.millrace.harness.ThreadKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Power series whose coefficients flow through channels on demand, as Go's {@code
 * test/chan/powser1.go} describes them (after McIlroy's "Squinting at Power Series"): hundreds of
 * threads in networks with cycles, whose first ten coefficients are known.
 */
@ParameterizedClass
@EnumSource
class PowerSeriesTest extends ConcurrencyTest {

  private static final int TERMS = 10;
  private static final Fraction ONE = Fraction.of(1);
  private static final Fraction MINUS_ONE = Fraction.of(-1);

  private final PowerSeries.Network series;

  PowerSeriesTest(ThreadKind kind) {
    series = new PowerSeries.Network(body -> run(kind, body));
  }

  @AfterEach
  void endTheNetwork() {
    series.close();
  }

  private static List<Fraction> firstOf(PowerSeries series) throws InterruptedException {
    List<Fraction> terms = new ArrayList<>();
    for (int i = 0; i < TERMS; i++) {
      terms.add(series.next());
    }
    return terms;
  }

  private static List<Fraction> constant(long value) {
    return Stream.generate(() -> Fraction.of(value)).limit(TERMS).toList();
  }

  private static List<Fraction> countingUp() {
    return IntStream.rangeClosed(1, TERMS).mapToObj(Fraction::of).toList();
  }

  @Test
  void ones() throws Exception {
    assertEquals(constant(1), firstOf(series.repeat(ONE)));
  }

  @Test
  void sumsAndDifferences() throws Exception {
    PowerSeries twos = series.repeat(Fraction.of(2));
    assertEquals(constant(2), firstOf(series.add(series.repeat(ONE), series.repeat(ONE))));
    assertEquals(constant(3), firstOf(series.add(series.repeat(ONE), twos)));
    PowerSeries minusTwos = series.scale(MINUS_ONE, series.repeat(Fraction.of(2)));
    assertEquals(constant(-1), firstOf(series.add(series.repeat(ONE), minusTwos)));
  }

  @Test
  void multiples() throws Exception {
    assertEquals(constant(-2), firstOf(series.scale(MINUS_ONE, series.repeat(Fraction.of(2)))));
  }

  @Test
  void derivative() throws Exception {
    assertEquals(countingUp(), firstOf(series.derivative(series.repeat(ONE))));
  }

  @Test
  void integral() throws Exception {
    List<Fraction> expected = new ArrayList<>(List.of(Fraction.ZERO));
    for (int i = 1; i < TERMS; i++) {
      expected.add(new Fraction(1, i));
    }
    assertEquals(expected, firstOf(series.integral(Fraction.ZERO, series.repeat(ONE))));
  }

  @Test
  void product() throws Exception {
    assertEquals(countingUp(), firstOf(series.multiply(series.repeat(ONE), series.repeat(ONE))));
  }

  @Test
  void exponential() throws Exception {
    assertEquals(
        List.of(
            new Fraction(1, 1),
            new Fraction(1, 1),
            new Fraction(3, 2),
            new Fraction(13, 6),
            new Fraction(73, 24),
            new Fraction(167, 40),
            new Fraction(4051, 720),
            new Fraction(37633, 5040),
            new Fraction(43817, 4480),
            new Fraction(4596553, 362880)),
        firstOf(series.exponential(series.repeat(ONE))));
  }

  @Test
  void arcTangent() throws Exception {
    List<Fraction> expected = new ArrayList<>();
    for (int i = 0; i < TERMS; i++) {
      expected.add(i % 2 == 0 ? Fraction.ZERO : new Fraction(i % 4 == 1 ? 1 : -1, i));
    }
    PowerSeries alternating = series.substituteSquare(MINUS_ONE, series.repeat(ONE));
    assertEquals(expected, firstOf(series.integral(Fraction.ZERO, alternating)));
  }
}
