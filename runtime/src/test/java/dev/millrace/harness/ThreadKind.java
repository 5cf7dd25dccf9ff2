package dev.millrace.harness;

/** The two kinds of threads that Java has; channels must treat them alike. */
public enum ThreadKind {
  PLATFORM {
    @Override
    Thread unstarted(Runnable body) {
      return Thread.ofPlatform().daemon().unstarted(body);
    }
  },
  VIRTUAL {
    @Override
    Thread unstarted(Runnable body) {
      return Thread.ofVirtual().unstarted(body);
    }
  };

  abstract Thread unstarted(Runnable body);
}
