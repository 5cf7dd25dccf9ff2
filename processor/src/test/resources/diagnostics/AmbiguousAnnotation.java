import java.util.function.*;
@Topology
interface Shop {
  @Producer("orders") void put(int number);
  //E ecj [NoConsumer] Nothing receives from "orders", so put(int) would wait for ever. Add a @Consumer("orders") method.
  @Consumer("orders") int get();
  //E javac reference to Consumer is ambiguous
  //| both interface java.util.function.Consumer in java.util.function and class dev.millrace.annotation.Consumer in dev.millrace.annotation match
  //E ecj [Unimplemented] get() is abstract and has no channel annotation, so nothing can implement it. Annotate it or give it a body.
  //E ecj The type Consumer is ambiguous
}
