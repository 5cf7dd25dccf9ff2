package dev.millrace.processor.fuzz;

/** A channel of the fuzz, with what it carries. */
record ChannelText(String name, Payload payload) {

  String quoted() {
    return '"' + name + '"';
  }
}
