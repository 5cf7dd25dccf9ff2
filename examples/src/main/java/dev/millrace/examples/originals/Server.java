package dev.millrace.examples.originals;

import dev.millrace.Receiver;

/** One of the servers that a search asks. These are fakes: they answer at once or never. */
@FunctionalInterface
public interface Server {

  /** Answers a query. */
  String answer(String query) throws InterruptedException;

  /** A server that answers at once. */
  static Server fast(String name) {
    return query -> name + " result for \"" + query + "\"";
  }

  /** A server that is so slow that nobody will ever see its answer. */
  static Server silent() {
    return query -> Receiver.<String>never().receive();
  }
}
