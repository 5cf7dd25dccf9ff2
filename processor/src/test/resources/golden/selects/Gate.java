package demo;

import dev.millrace.annotation.Case;
import dev.millrace.annotation.Close;
import dev.millrace.annotation.Otherwise;
import dev.millrace.annotation.Producer;
import dev.millrace.annotation.Select;
import dev.millrace.annotation.Topology;
import java.time.Duration;
import java.util.Optional;

@Topology
public interface Gate {

  record Car(String plate) {}

  sealed interface Event permits Alarm, CarsEnd, Arrival {}

  @Case(value = "cars", when = "hasRoom")
  record Arrival(Car car) implements Event {}

  @Case(value = "cars", closed = true)
  record CarsEnd() implements Event {}

  @Case("alarms")
  record Alarm() implements Event {}

  sealed interface Sooner {
    @Case(value = "cars", when = "hasRoom")
    record Came(Car car) implements Sooner {}

    @Case("alarms")
    record Rang() implements Sooner {}

    @Otherwise
    record Late() implements Sooner {}
  }

  sealed interface Only {
    @Case(value = "cars", when = "yield")
    record OneCar(Car car) implements Only {}
  }

  @Producer("cars")
  void arrive(Car car) throws InterruptedException;

  @Close("cars")
  void closeRoad();

  @Producer("alarms")
  void alarm() throws InterruptedException;

  @Select(priority = true)
  Event next() throws InterruptedException;

  @Select
  Optional<Event> nextOrEnd();

  @Select
  Sooner soon(Duration patience);

  @Select
  Optional<Sooner> now();

  @Select(priority = true)
  Only only();

  default boolean hasRoom() {
    return true;
  }

  default boolean yield() {
    return false;
  }
}
