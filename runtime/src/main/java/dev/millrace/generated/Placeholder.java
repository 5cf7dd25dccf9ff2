package dev.millrace.generated;

/** Keeps the package from being empty until its first real type lands. */
final class Placeholder {
  private Placeholder() {}
}
