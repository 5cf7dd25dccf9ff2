/** Channels, select and running topologies: what users of Millrace touch at run time. */
module dev.millrace {
  requires static org.jspecify;

  exports dev.millrace;
  exports dev.millrace.annotation;
  exports dev.millrace.generated;
}
