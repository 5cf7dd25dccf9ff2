package demo;

import dev.millrace.Received;
import dev.millrace.Receiver;
import dev.millrace.Sender;
import dev.millrace.annotation.Buffer;
import dev.millrace.annotation.Consumer;
import dev.millrace.annotation.Producer;
import dev.millrace.annotation.Topology;
import java.time.Duration;

@Topology
@Buffer(channel = "bell", size = 1)
public interface Shop<T> {

  record Order(String sku) {}

  @Producer("orders")
  boolean offer(Order order, Duration patience) throws InterruptedException;

  @Producer("orders")
  boolean offerLater(Order order, Duration patience);

  @Producer("orders")
  Sender<? super Order> orders();

  @Consumer("orders")
  Received<Order> poll();

  @Consumer("orders")
  Received<? extends Record> poll(Duration patience) throws InterruptedException;

  @Consumer("orders")
  Received<?> pollLater(Duration patience);

  @Consumer("orders")
  Receiver<Order> incoming();

  @Producer("pauses")
  boolean pause(Duration length, Duration patience) throws InterruptedException;

  @Consumer("pauses")
  Duration nextPause() throws InterruptedException;

  @Producer("items")
  Sender<T> items();

  @Consumer("items")
  Receiver<? extends T> sold();

  @Producer("bell")
  boolean ring();

  @Consumer("bell")
  Received<dev.millrace.Signal> rung();
}
