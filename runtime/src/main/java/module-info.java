/** Go's channels for Java, and the annotations of a language that the compiler checks. */
module dev.millrace {
  exports dev.millrace;
  exports dev.millrace.annotation;
  exports dev.millrace.generated;
}
