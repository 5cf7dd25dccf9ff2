package dev.millrace.benchmarks.topology;

import dev.millrace.Channel;
import dev.millrace.Receiver;
import dev.millrace.RunningTopology;
import dev.millrace.Sender;
import dev.millrace.StartOptions;
import dev.millrace.benchmarks.Cycle;
import dev.millrace.benchmarks.Fault;
import dev.millrace.benchmarks.Item;
import dev.millrace.benchmarks.OnJvm;
import dev.millrace.benchmarks.Trial;
import dev.millrace.benchmarks.workload.DaisyChain;
import dev.millrace.benchmarks.workload.Delays;
import dev.millrace.benchmarks.workload.LonelyMessage;
import dev.millrace.benchmarks.workload.OneToOne;
import dev.millrace.benchmarks.workload.PingPong;
import dev.millrace.benchmarks.workload.Pipeline;
import dev.millrace.benchmarks.workload.SelectOf;
import dev.millrace.benchmarks.workload.Uncontended;
import dev.millrace.benchmarks.workload.Workload;
import dev.millrace.generated.TopologyRun;
import java.util.List;
import java.util.stream.IntStream;

/** Millrace's channels where the compiler knows who sends and who receives. */
public final class Topologies implements OnJvm {

  /** Starts one of the topologies that differ in their buffer alone. */
  @FunctionalInterface
  private interface Start {
    RunningTopology with(Source source, Sink sink);
  }

  /** Starts one of the topologies that differ in the number of sources alone. */
  @FunctionalInterface
  private interface StartSelect {
    RunningTopology with(Shares shares, Gathering gathering);
  }

  @Override
  public String name() {
    return "topology";
  }

  @Override
  public boolean runs(Workload workload) {
    return switch (workload) {
      case OneToOne oneToOne -> true;
      case PingPong pingPong -> true;
      case LonelyMessage lonely -> true;
      case Uncontended uncontended -> true;
      case Pipeline pipeline -> true;
      case DaisyChain daisyChain -> true;
      case SelectOf(int arms) -> arms == 2 || arms == 8 || arms == 32;
      default -> false;
    };
  }

  @Override
  public Trial prepare(Workload workload, int size) {
    return switch (workload) {
      case OneToOne(int capacity) -> oneToOne(start(capacity), size);
      case PingPong pingPong -> rally(size);
      case Pipeline(int stages) -> stages == 10 ? tenStages(size) : pipeline(stages, size);
      case DaisyChain daisyChain -> daisyChain(size);
      case Uncontended uncontended -> uncontended(size);
      case SelectOf(int arms) -> select(startSelect(arms), arms, size);
      case LonelyMessage(int percentile) ->
          new Delays(size, percentile, delays -> lonelyMessages(size, delays));
      default -> throw new IllegalArgumentException("No topology for " + workload.id() + ".");
    };
  }

  private static Start start(int capacity) {
    return switch (capacity) {
      case 512 -> Buffered512Topology::start;
      case 16 -> Buffered16Topology::start;
      case 0 -> RendezvousTopology::start;
      default ->
          throw new IllegalArgumentException("No topology with a buffer of " + capacity + ".");
    };
  }

  private static StartSelect startSelect(int arms) {
    return switch (arms) {
      case 2 ->
          (shares, gathering) ->
              SelectOfTwoTopology.start(
                  new SelectOfTwo.Sources(shares), new SelectOfTwo.Chooser(gathering));
      case 8 ->
          (shares, gathering) ->
              SelectOfEightTopology.start(
                  new SelectOfEight.Sources(shares), new SelectOfEight.Chooser(gathering));
      case 32 ->
          (shares, gathering) ->
              SelectOfThirtyTwoTopology.start(
                  new SelectOfThirtyTwo.Sources(shares), new SelectOfThirtyTwo.Chooser(gathering));
      default -> throw new IllegalArgumentException("No topology that selects of " + arms + ".");
    };
  }

  private static Trial oneToOne(Start start, int size) {
    Cycle items = new Cycle();
    return () -> {
      Sink sink = new Sink(items);
      join(start.with(new Source(new Items(items, size)), sink));
      sink.requireAll(size);
    };
  }

  private static Trial rally(int size) {
    Cycle items = new Cycle();
    return () -> join(RallyTopology.start(new Rally.Server(items, size)));
  }

  private static Trial tenStages(int size) {
    Cycle items = new Cycle();
    return () -> {
      Sink sink = new Sink(items);
      join(
          TenStagesTopology.start(
              new TenStages.Begin(new Items(items, size)), new TenStages.End(sink)));
      sink.requireAll(size);
    };
  }

  private static Trial pipeline(int stages, int size) {
    Cycle items = new Cycle();
    return () -> {
      Sink sink = new Sink(items);
      join(Chain.start(stages, new Items(items, size), item -> item, sink::receive));
      sink.requireAll(size);
    };
  }

  /** Each stage turns the item with its number into the next one. */
  private static Trial daisyChain(int stages) {
    Item[] items = Item.of(0, stages + 1);
    return () -> {
      Counts passed = new Counts(1);
      join(
          Chain.start(
              stages,
              List.of(items[0]),
              item -> items[checked(items, passed, item) + 1],
              item -> checked(items, passed, item)));
      if (passed.get(0) != stages + 1) {
        throw new Fault("The value passed " + passed.get(0) + " of " + (stages + 1) + " stages.");
      }
    };
  }

  /** Only one thread has the value at a time, and so the count. */
  private static int checked(Item[] items, Counts passed, Item arrived) {
    int stage = passed.next(0);
    if (arrived != items[stage]) {
      throw new Fault("At stage " + stage + " arrived " + arrived + ".");
    }
    return stage;
  }

  private static Trial select(StartSelect start, int arms, int size) {
    Cycle[] items = IntStream.range(0, arms).mapToObj(Cycle::new).toArray(Cycle[]::new);
    int each = size / arms;
    return () -> {
      Gathering gathering = new Gathering(items);
      join(start.with(new Shares(items, each), gathering));
      gathering.requireOfEach(each);
    };
  }

  /** Two stages, but by hand: generated code would give each of them a thread of its own. */
  private static Trial uncontended(int size) {
    Cycle items = new Cycle();
    return () -> {
      TopologyRun run = new TopologyRun("Uncontended", StartOptions.defaults());
      Channel<Item> channel = run.oneToOne("items", Uncontended.CAPACITY, "send", "receive");
      Sender<Item> sender = run.stage("send").sender(channel);
      Receiver<Item> receiver = run.stage("receive").receiver(channel);
      for (int i = 0; i < size; i++) {
        sender.send(items.at(i));
        items.check(i, receiver.receive());
      }
    };
  }

  private static void lonelyMessages(int size, Delays delays) throws InterruptedException {
    Cycle items = new Cycle();
    Sink sink = new Sink(items);
    join(
        LonelyMessagesTopology.start(
            new LonelyMessages.Speaker(new Items(items, size), delays),
            new LonelyMessages.Listener(sink, delays)));
    sink.requireAll(size);
  }

  private static void join(RunningTopology running) throws InterruptedException {
    try (running) {
      running.join();
    }
  }
}
