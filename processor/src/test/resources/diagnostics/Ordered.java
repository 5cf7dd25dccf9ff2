@Topology(stages = Shop.Room.class)
interface Shop {
  @Producer("as") void a(String a);
  @Consumer("bs") @Workers(value = 2, ordered = true) @Producer("cs") default String map(String b) { return b; }
  @Consumer("cs") String next();

  @Consumer("as") @Producer("bs")
  @Workers(value = 1, ordered = true) default String pass(String a) { return a; }

  @Producer("ds") void d(String d);
  @Workers(value = 2,
      ordered = true)
  //E [OrderedNothing] store(String) sends nothing, so its workers have no order to keep. Remove ordered, or use 1 worker to handle one value after the other.
  @Consumer("ds") default void store(String d) {}

  @Producer("es") void e(String e);
  @Close("es") void finish();
  @Workers(value = 1,
      ordered = true)
  //E [OrderedNothing] count(Receiver<String>) is called once, so there is no order to keep. Remove @Workers.
  @Consumer("es") default void count(Receiver<String> es) {}

  @Producer("fs") void f(String f);
  @Producer("gs") void g(String g);
  sealed interface Event {
    @Case("fs") record F(String f) implements Event {}
    @Case("gs") record G(String g) implements Event {}
  }
  class Room {
    @Workers(value = 1,
        ordered = true)
    //E [OrderedNothing] on(Event) waits for several channels, whose values have no order among each other. Remove ordered, and use 1 worker.
    @Select void on(Event event) {}
  }

  @Request("quotes") int ask(String symbol);
  @Workers(value = 2,
      ordered = true)
  //E [OrderedNothing] answer(String) replies to each caller on its own, so there is no order to keep. Remove ordered.
  @Consumer("quotes") default int answer(String symbol) { return 1; }
}
