@Topology
interface Case {
  @Producer("as") void a(String a);
  @Producer("bs") void b(String b);

  @Workers(2)
  //E [FoldWorkers] merge(Receiver<String>, Receiver<String>) is called once, so 2 workers would share the ends of its channels. Remove @Workers.
  default void merge(@Consumer("as") Receiver<String> as, @Consumer("bs") Receiver<String> bs) {}

  @Workers(0)
  //E [NoWorkers] tick(Sender<Long>) has 0 workers, so nothing would ever send to "ticks". Remove @Workers.
  default void tick(@Producer("ticks") Sender<Long> ticks) {}

  @Consumer("ticks") long next();
}
