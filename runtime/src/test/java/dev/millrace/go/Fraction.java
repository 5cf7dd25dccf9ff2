package dev.millrace.go;

/** A rational number in lowest terms with a positive denominator. */
record Fraction(long numerator, long denominator) {

  static final Fraction ZERO = of(0);

  Fraction {
    long divisor =
        Long.signum(denominator) * greatestDivisor(Math.abs(numerator), Math.abs(denominator));
    numerator /= divisor;
    denominator /= divisor;
  }

  static Fraction of(long value) {
    return new Fraction(value, 1);
  }

  private static long greatestDivisor(long a, long b) {
    return b == 0 ? a : greatestDivisor(b, a % b);
  }

  Fraction plus(Fraction other) {
    return new Fraction(
        numerator * other.denominator + other.numerator * denominator,
        denominator * other.denominator);
  }

  Fraction times(Fraction other) {
    // Crosswise first, to stay small.
    Fraction a = new Fraction(numerator, other.denominator);
    Fraction b = new Fraction(other.numerator, denominator);
    return new Fraction(a.numerator * b.numerator, a.denominator * b.denominator);
  }
}
