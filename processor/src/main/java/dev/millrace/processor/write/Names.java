package dev.millrace.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.NameAllocator;
import dev.millrace.processor.model.Channel;
import dev.millrace.processor.model.Endpoint;
import dev.millrace.processor.model.GeneratedName;
import dev.millrace.processor.model.Method;
import dev.millrace.processor.model.Port;
import dev.millrace.processor.model.Select;
import dev.millrace.processor.model.Stage;
import dev.millrace.processor.model.StageClass;
import dev.millrace.processor.model.Topology;
import dev.millrace.processor.resolve.CamelCase;
import dev.millrace.processor.resolve.PortEnds;
import dev.millrace.processor.resolve.StageLabels;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * The names in one generated class: all different, none a keyword, and the same whatever else is
 * compiled. Parameter names of the user's are not among them, since class files have none.
 */
final class Names {

  /** The field that everything is made with. */
  static final String RUN = "run";

  /** The names of one stage. */
  record StageNames(String label, IdentityHashMap<Endpoint, String> ends, String method) {

    /** The field of one of the stage's own ends. */
    String end(Endpoint end) {
      return get(ends, end);
    }
  }

  private final Topology topology;
  private final NameAllocator fields = besidePackages();
  private final Map<String, String> channels = new HashMap<>();
  private final Map<String, String> fromPorts = new HashMap<>();
  private final Map<String, String> toPorts = new HashMap<>();
  private final IdentityHashMap<Endpoint, String> views = new IdentityHashMap<>();
  private final Map<ExecutableElement, String> arms = new HashMap<>();
  private final IdentityHashMap<StageClass, String> hosts = new IdentityHashMap<>();
  private final IdentityHashMap<Stage, StageNames> stages = new IdentityHashMap<>();
  private final IdentityHashMap<Stage, String> connecting = new IdentityHashMap<>();

  Names(Topology topology, Elements elements) {
    this.topology = topology;
    fields.newName(RUN);
    fields.newName(FactoryWriter.OPTIONS);
    for (Channel channel : topology.channels()) {
      channels.put(channel.name(), fields.newName(CamelCase.of(channel.name())));
    }
    for (StageClass host : topology.stageClasses()) {
      hosts.put(
          host, fields.newName(CamelCase.decapitalise(host.element().getSimpleName().toString())));
    }
    for (Channel channel : topology.channels()) {
      String camel = CamelCase.of(channel.name());
      fromPorts.put(channel.name(), fields.newName(camel + "FromPorts"));
      toPorts.put(channel.name(), fields.newName(camel + "ToPorts"));
      for (Port.ReceiveEnd view : PortEnds.views(channel, topology)) {
        String port = CamelCase.capitalise(CamelCase.of(view.method().name()));
        views.put(view.input(), fields.newName(camel + "To" + port));
      }
    }
    for (Select select : topology.selects()) {
      String name = select.method().name() + "Arms";
      arms.put(select.method().element(), fields.newName(name));
    }
    nameStages(elements);
  }

  private void nameStages(Elements elements) {
    NameAllocator methods = besideMethodsOf(topology, elements);
    for (Stage stage : topology.stages()) {
      String label = StageLabels.of(stage, topology);
      String camel = CamelCase.of(label);
      IdentityHashMap<Endpoint, String> ends = new IdentityHashMap<>();
      for (Endpoint input : inputs(stage)) {
        String name = CamelCase.of(input.channel()) + "To" + CamelCase.capitalise(camel);
        ends.put(input, fields.newName(name));
      }
      for (Endpoint output : stage.outputs()) {
        String name = CamelCase.of(output.channel()) + "From" + CamelCase.capitalise(camel);
        ends.put(output, fields.newName(name));
      }
      String method = methods.newName("run" + CamelCase.capitalise(camel));
      stages.put(stage, new StageNames(label, ends, method));
    }
    for (Stage stage : topology.stages()) {
      String label = CamelCase.capitalise(CamelCase.of(of(stage).label()));
      connecting.put(stage, methods.newName("connectFrom" + label));
    }
  }

  /**
   * Names for variables that hide no package. Where {@code Thread} is a type of the user's, {@code
   * java.lang.Thread.currentThread()} is written out, and would be sought in a variable {@code
   * java} first. The user's packages need no such care: generated code asks no class of theirs for
   * a static member, and elsewhere a variable cannot be meant.
   */
  static NameAllocator besidePackages() {
    NameAllocator variables = new NameAllocator();
    variables.newName("java");
    variables.newName("dev");
    return variables;
  }

  /** Names for methods that override and overload nothing that the user wrote or inherited. */
  static NameAllocator besideMethodsOf(Topology topology, Elements elements) {
    NameAllocator methods = new NameAllocator();
    Stream.concat(
            Stream.of(topology.element()),
            topology.stageClasses().stream().map(StageClass::element))
        .flatMap(type -> ElementFilter.methodsIn(elements.getAllMembers(type)).stream())
        .map(method -> method.getSimpleName().toString())
        .distinct()
        .forEach(methods::newName);
    return methods;
  }

  /** The receive ends that are fields of the stage's own; an actor's are in its arms. */
  static List<Endpoint> inputs(Stage stage) {
    return stage instanceof Stage.Actor ? List.of() : stage.inputs();
  }

  /** The class to generate. */
  static ClassName generatedClass(Topology topology) {
    return ClassName.get(
        ClassName.get(topology.element()).packageName(), GeneratedName.of(topology.element()));
  }

  /** The topology as its threads and messages call it. */
  static String title(Topology topology) {
    return String.join(".", ClassName.get(topology.element()).simpleNames());
  }

  /** The field of a channel. */
  String channel(String channel) {
    return get(channels, channel);
  }

  /** The field of the send end that all ports share. */
  String fromPorts(String channel) {
    return get(fromPorts, channel);
  }

  /** The field of the receive end that all ports share. */
  String toPorts(String channel) {
    return get(toPorts, channel);
  }

  /** The field of the receive end that a port hands out. */
  String view(Port.ReceiveEnd port) {
    return views.getOrDefault(port.input(), toPorts(port.input().channel()));
  }

  /** The field of a select's arms. */
  String arms(Method select) {
    return get(arms, select.element());
  }

  /** The field and the parameter of a stage class. */
  String host(StageClass host) {
    return get(hosts, host);
  }

  StageNames of(Stage stage) {
    return get(stages, stage);
  }

  /** The method that wires a stage and those after it. */
  String connecting(Stage first) {
    return get(connecting, first);
  }

  /** Names for a method that may use any field. */
  NameAllocator locals() {
    return fields.clone();
  }

  /** Names for a method that uses no other fields than these. */
  static NameAllocator localsBeside(Stream<String> usedFields) {
    NameAllocator locals = besidePackages();
    usedFields.distinct().forEach(locals::newName);
    return locals;
  }

  /** What to call a value of that type: {@code job} for a {@code Job}. */
  static String forValue(TypeMirror type) {
    return type instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement element
            && !element.getQualifiedName().toString().startsWith("java.lang.")
        ? CamelCase.decapitalise(element.getSimpleName().toString())
        : "value";
  }

  private static <K, V> V get(Map<K, V> names, K key) {
    return Objects.requireNonNull(names.get(key), () -> "No name for " + key);
  }
}
