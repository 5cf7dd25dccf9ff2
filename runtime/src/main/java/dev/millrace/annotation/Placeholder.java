package dev.millrace.annotation;

/** Keeps the package from being empty until its first real type lands. */
final class Placeholder {
  private Placeholder() {}
}
