package dev.millrace.processor.write;

import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.net.MalformedURLException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;

/**
 * A topology with the class that is to be generated for it, as files in one folder.
 *
 * <p>Its sources are all {@code .java} files of the folder; the generated class is a text file, so
 * that nobody takes it for a source.
 */
public enum GoldenTopology {
  JOB_BOARD("job-board", "JobBoardTopology"),
  WORD_COUNT("word-count", "WordCountTopology"),
  ORDER_PIPELINE("order-pipeline", "OrderPipelineTopology"),
  BROADCAST("broadcast", "RadioTopology"),
  STAGE_CLASSES("stage-classes", "OrderDeskTopology"),
  FRAGMENT("fragment", "SumsTopology"),
  GENERIC("generic", "SorterTopology"),
  UNINTERRUPTIBLE("uninterruptible", "EchoTopology"),
  EVERY_FORM("every-form", "MillTopology"),
  PORTS("ports", "ShopTopology"),
  OVERFLOW("overflow", "WeatherTopology"),
  ONE_TO_ONE("one-to-one", "PressTopology"),
  SELECTS("selects", "GateTopology"),
  SEND_ARMS("send-arms", "ExchangeTopology"),
  RATE_LIMITER("rate-limiter", "RateLimiterTopology"),
  CHAT_ROOM("chat-room", "ChatRoomTopology"),
  ACTOR_INPUTS("actor-inputs", "MixerTopology"),
  ACTORS("actors", "TheatreTopology"),
  THERMOSTAT("thermostat", "ThermostatTopology"),
  QUOTES("quotes", "QuotesTopology"),
  REQUESTS("requests", "BankTopology"),
  PROCESSES("processes", "MergeTopology"),
  ORDERED("ordered", "PressTopology"),
  NAMES("names", "Names_TrickyTopology");

  private final Path folder;
  private final String generatedClass;

  GoldenTopology(String folder, String generatedClass) {
    this.folder = Path.of("src", "test", "resources", "golden", folder);
    this.generatedClass = generatedClass;
  }

  /** The qualified name of the generated class. */
  String generatedClass() {
    return "demo." + generatedClass;
  }

  /** The data that is generated beside the class. */
  String data() {
    return beside(".json");
  }

  /** The diagram that is generated beside the class. */
  String diagram() {
    return beside(".mmd");
  }

  private String beside(String ending) {
    String topology = generatedClass.substring(0, generatedClass.lastIndexOf("Topology"));
    return "META-INF/millrace/demo." + topology.replace('_', '.') + ending;
  }

  /** Where the expected text of the generated class is. */
  Path expected() {
    return folder.resolve(generatedClass + ".txt");
  }

  /** Where the expected data is. */
  public Path expectedData() {
    return folder.resolve("topology.json");
  }

  /** Where the expected diagram is. */
  public Path expectedDiagram() {
    return folder.resolve("topology.mmd");
  }

  /** The sources, in the order of their names. */
  List<JavaFileObject> sources() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .sorted()
          .map(GoldenTopology::source)
          .toList();
    }
  }

  private static JavaFileObject source(Path file) {
    try {
      return JavaFileObjects.forResource(file.toUri().toURL());
    } catch (MalformedURLException malformed) {
      throw new AssertionError(malformed);
    }
  }
}
