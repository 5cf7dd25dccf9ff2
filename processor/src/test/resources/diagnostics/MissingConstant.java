@Topology
@Buffer(channel = "orders", size = Names.SIZE)
//E javac cannot find symbol
//| symbol: variable Names
//E ecj Names cannot be resolved to a variable
interface Shop {
  @Producer(Names.ORDERS) void put(int number);
  //E javac cannot find symbol
  //| symbol:   variable Names
  //| location: interface demo.Shop
  //E ecj Names cannot be resolved to a variable
  @Consumer("orders") int get();
}
@Topology(stages = Work.class)
interface Board {
  @Producer("jobs") void submit(int number);
  @Consumer("done") int next();
}
final class Work {
  @Consumer("jobs") @Producer(Board.DONE) int work(int number) { return number; }
  //E javac cannot find symbol
  //| symbol:   variable DONE
  //| location: interface demo.Board
  //E ecj DONE cannot be resolved or is not a field
}
@Topology
interface Bank {
  @Producer("paid") void pay(int sum);
  @Select Event next();
  sealed interface Event {
    @Case(Names.PAID) record Paid(int sum) implements Event {}
    //E javac cannot find symbol
    //| symbol:   variable Names
    //| location: interface demo.Bank.Event
    //E ecj Names cannot be resolved to a variable
  }
}
@Topology
interface Mill {
  @Consumer("grain") default void grind(@Consumer(Names.GRAIN) Receiver<String> grain) {}
  //E javac cannot find symbol
  //| symbol:   variable Names
  //| location: interface demo.Mill
  //E ecj Names cannot be resolved to a variable
}
