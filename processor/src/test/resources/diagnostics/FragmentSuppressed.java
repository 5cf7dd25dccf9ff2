@Topology
@SuppressWarnings("millrace:NeverWaits")
interface Shop extends lib.Ports<String> {
  @Consumer("values") String next();
}
//// jar lib/Ports.java
public interface Ports<T> {
  @SuppressWarnings("millrace:NeverWaits")
  @Producer("values") boolean put(T value) throws InterruptedException;
}
