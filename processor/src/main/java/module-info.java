/** Checks topologies at compile time and generates their wiring; runs inside the compiler only. */
module dev.millrace.processor {
  requires transitive java.compiler;
  requires com.google.gson;
  requires com.palantir.javapoet;
  requires static com.google.auto.service;
  requires static org.jspecify;

  provides javax.annotation.processing.Processor with
      dev.millrace.processor.TopologyProcessor;
}
