package dev.millrace.go;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.Channel;
import dev.millrace.ChannelClosedException;
import dev.millrace.Receiver;
import dev.millrace.harness.ConcurrencyTest;
import dev.millrace.harness.ThreadKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A chain of filters sieves the primes, as Go's {@code test/chan/sieve1.go} describes it. */
class SieveTest extends ConcurrencyTest {

  private static final List<Integer> PRIMES =
      List.of(
          2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83,
          89, 97);

  @ParameterizedTest
  @EnumSource
  void thePrimesBelowAHundred(ThreadKind kind) throws Exception {
    Channel<Integer> numbers = Channel.rendezvous("numbers");
    List<Channel<Integer>> channels = new ArrayList<>(List.of(numbers));
    run(
        kind,
        () -> {
          try {
            for (int i = 2; ; i++) {
              numbers.send(i);
            }
          } catch (ChannelClosedException enough) {
            // The end of the source.
          }
        });
    List<Integer> found = new ArrayList<>();
    Receiver<Integer> in = numbers;
    for (int i = 0; i < PRIMES.size(); i++) {
      int prime = in.receive();
      found.add(prime);
      Receiver<Integer> unfiltered = in;
      Channel<Integer> filtered = Channel.rendezvous("not divisible by " + prime);
      channels.add(filtered);
      run(
          kind,
          () -> {
            try {
              for (int number : unfiltered) {
                if (number % prime != 0) {
                  filtered.send(number);
                }
              }
            } catch (ChannelClosedException enough) {
              // The next one wants no more.
            }
          });
      in = filtered;
    }
    channels.forEach(Channel::close);
    assertEquals(PRIMES, found);
  }
}
