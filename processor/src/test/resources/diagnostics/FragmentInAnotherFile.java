@Topology
interface Shop extends Ports<String> {
//E [Ports.put(T)] [NoConsumer] Nothing receives from "values", so put(T) would wait for ever. Add a @Consumer("values") method.
}
//// demo/Ports.java
interface Ports<T> {
  @Producer("values") void put(T value);
}
