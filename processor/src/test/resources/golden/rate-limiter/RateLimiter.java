package demo;

import dev.millrace.Sender;
import dev.millrace.annotation.Buffer;
import dev.millrace.annotation.Case;
import dev.millrace.annotation.Otherwise;
import dev.millrace.annotation.Producer;
import dev.millrace.annotation.Select;
import dev.millrace.annotation.Topology;
import java.time.Duration;

@Topology
@Buffer(channel = "tokens", size = 10)
public interface RateLimiter {

  sealed interface Permit {
    @Case("tokens")
    record Granted(long serial) implements Permit {}

    @Otherwise
    record Denied() implements Permit {}
  }

  @Select
  Permit tryAcquire();

  @Select
  Permit acquire(Duration timeout) throws InterruptedException;

  @Producer("tokens")
  default void refill(Sender<Long> tokens) throws InterruptedException {
    for (long serial = 0; ; serial++) {
      Thread.sleep(100);
      tokens.send(serial);
    }
  }
}
