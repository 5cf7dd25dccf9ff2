@Topology
interface Shop extends lib.Ports<String> {
//E [Ports.put(T)] [NoConsumer] Nothing receives from "values", so put(T) would wait for ever. Add a @Consumer("values") method.
}
//// jar lib/Ports.java
public interface Ports<T> {
  @Producer("values") void put(T value);
}
