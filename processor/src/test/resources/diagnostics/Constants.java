@Topology
@Buffer(channel = lib.Terms.ORDERS, size = lib.Terms.SIZE)
//E [BadSize] Buffer of "orders" is -2. Use 0 (no buffer) or more.
interface Board {
  @Producer(lib.Terms.ORDERS) void put(String order);
  @Workers(lib.Terms.CORES)
  //E [NoWorkers] work(String) has 0 workers, so nothing would ever receive from "orders". Use 1 or more.
  @Consumer(lib.Terms.ORDERS) default void work(String order) {}
  @Producer(lib.Terms.PREFIX + "orders") void also(String order);
  @Consumer(lib.Terms.PREFIX + "orders") String next();
}
//// jar lib/Terms.java
public interface Terms {
  String ORDERS = "orders";
  String PREFIX = "more-";
  int SIZE = 1 - 3;
  int CORES = SIZE + 2;
}
