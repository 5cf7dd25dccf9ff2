package dev.millrace.processor;

import com.google.auto.service.AutoService;
import com.palantir.javapoet.TypeSpec;
import dev.millrace.processor.check.Checks;
import dev.millrace.processor.check.Options;
import dev.millrace.processor.draw.Picture;
import dev.millrace.processor.draw.PictureFiles;
import dev.millrace.processor.draw.PictureReader;
import dev.millrace.processor.model.Channel;
import dev.millrace.processor.model.GeneratedName;
import dev.millrace.processor.model.RuntimeNames;
import dev.millrace.processor.model.Site;
import dev.millrace.processor.model.Topology;
import dev.millrace.processor.read.MissingTypes;
import dev.millrace.processor.read.MissingTypes.Missing;
import dev.millrace.processor.read.TopologyReader;
import dev.millrace.processor.report.Problems;
import dev.millrace.processor.report.ProcessorProblem;
import dev.millrace.processor.resolve.ChannelTypes;
import dev.millrace.processor.write.SourceFile;
import dev.millrace.processor.write.StandInWriter;
import dev.millrace.processor.write.TopologyWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.annotation.processing.SupportedOptions;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.Diagnostic.Kind;

/**
 * Checks every {@code @Topology} and generates its wiring: reads it, resolves what its channels
 * carry, checks it and writes the class.
 *
 * <p>A topology that mentions a type or a constant which does not exist waits for later rounds, in
 * which another processor may have generated it. A fault of this processor in one topology never
 * keeps it from the next.
 */
@AutoService(Processor.class)
@SupportedAnnotationTypes(RuntimeNames.TOPOLOGY)
@SupportedOptions({Options.TRACE, Options.LINT})
public final class TopologyProcessor extends AbstractProcessor {

  /**
   * What each waiting topology misses, by the name of the topology. Elements must not outlive their
   * round, so they are fetched anew.
   */
  private final Map<String, Awaited> waiting = new TreeMap<>();

  /**
   * Something that another processor may generate.
   *
   * @param inSource whether a source mentions it, so that the compiler reports it by itself if
   *     nobody does
   */
  private record Awaited(String what, boolean inSource) {}

  /** Called by the compiler. */
  public TopologyProcessor() {}

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  /** Reads the options, which are the same for every topology. */
  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    Options.check(environment);
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (round.processingOver()) {
      if (!round.errorRaised()) {
        waiting.forEach(this::reportWaiting);
      }
      return false;
    }
    for (String name : inThis(round)) {
      TypeElement topology = elements().getTypeElement(name);
      if (topology != null) {
        processGuarded(name, topology);
      }
    }
    return false;
  }

  /** The topologies of this round and those that wait, in an order that sources do not decide. */
  private Set<String> inThis(RoundEnvironment round) {
    Set<String> names = new TreeSet<>(waiting.keySet());
    TypeElement annotation = elements().getTypeElement(RuntimeNames.TOPOLOGY);
    if (annotation != null) {
      for (Element element : round.getElementsAnnotatedWith(annotation)) {
        if (element instanceof TypeElement topology) {
          names.add(topology.getQualifiedName().toString());
        }
      }
    }
    waiting.clear();
    return names;
  }

  private void processGuarded(String name, TypeElement element) {
    Problems problems = new Problems(processingEnv, element);
    try {
      Optional<Missing> missing =
          new MissingTypes(types(), elements(), problems::isInClassFile).in(element);
      if (missing.isEmpty()) {
        process(element, problems);
      } else if (missing.get().simpleName().equals(GeneratedName.of(element))) {
        reportGenerated(element, missing.get(), problems);
        writeBareStandIn(element, problems);
      } else {
        boolean inSource = problems.isInSource(missing.get().by());
        waiting.put(name, new Awaited(missing.get().what(), inSource));
      }
    } catch (RuntimeException | StackOverflowError failure) {
      reportInternal(element, failure, problems);
      writeBareStandIn(element, problems);
    }
  }

  private void process(TypeElement element, Problems problems) {
    Topology topology = new TopologyReader(types(), elements()).read(element);
    Map<String, TypeMirror> channelTypes = resolve(topology);
    Checks.run(topology, processingEnv, problems);
    write(topology, channelTypes, problems);
  }

  private Map<String, TypeMirror> resolve(Topology topology) {
    ChannelTypes resolver = new ChannelTypes(types(), elements());
    Map<String, TypeMirror> channelTypes = new LinkedHashMap<>();
    for (Channel channel : topology.channels()) {
      resolver.of(channel).ifPresent(type -> channelTypes.put(channel.name(), type));
    }
    return channelTypes;
  }

  /** Of a topology that could not be read: what is known of its class is the name. */
  private void writeBareStandIn(TypeElement element, Problems problems) {
    try {
      Topology unread = TopologyReader.unread(element);
      write(unread, new StandInWriter(unread, elements()).writeBare(), problems);
    } catch (RuntimeException | StackOverflowError failure) {
      // The fault that keeps the topology from being read may also be in its head. It was reported.
      trace(failure);
    }
  }

  private void reportGenerated(TypeElement element, Missing missing, Problems problems) {
    problems.report(
        ProcessorProblem.GENERATED_IN_SIGNATURE,
        Site.of(missing.by()),
        missing.by(),
        GeneratedName.of(element),
        element);
  }

  private void write(Topology topology, Map<String, TypeMirror> channelTypes, Problems problems) {
    if (!problems.leaveRoomForClass()) {
      return;
    }
    if (problems.hasErrors()) {
      write(topology, new StandInWriter(topology, elements()).write(), problems);
      return;
    }
    Picture picture = PictureReader.of(topology, channelTypes, elements());
    write(
        topology,
        new TopologyWriter(topology, channelTypes, picture, types(), elements()).write(),
        problems);
    try {
      PictureFiles.write(picture, topology.element(), processingEnv.getFiler());
    } catch (IOException failure) {
      reportUnwritten("META-INF/millrace/" + picture.topology(), topology, failure, problems);
    }
  }

  private void write(Topology topology, TypeSpec type, Problems problems) {
    SourceFile file = new SourceFile(topology, elements());
    try {
      file.write(type, processingEnv.getFiler());
    } catch (IOException failure) {
      reportUnwritten(file.className(), topology, failure, problems);
    }
  }

  private static void reportUnwritten(
      String file, Topology topology, IOException failure, Problems problems) {
    problems.report(
        ProcessorProblem.COULD_NOT_WRITE,
        topology.site(),
        file,
        String.valueOf(failure.getMessage()));
  }

  private void reportWaiting(String name, Awaited awaited) {
    TypeElement topology = elements().getTypeElement(name);
    if (topology != null && !awaited.inSource()) {
      new Problems(processingEnv, topology)
          .report(ProcessorProblem.UNKNOWN_TYPE, Site.of(topology), topology, awaited.what());
    }
  }

  private void reportInternal(TypeElement topology, Throwable failure, Problems problems) {
    problems.report(ProcessorProblem.INTERNAL, Site.of(topology), topology, brief(failure));
    trace(failure);
  }

  private void trace(Throwable failure) {
    if (Boolean.parseBoolean(processingEnv.getOptions().get(Options.TRACE))) {
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace));
      processingEnv.getMessager().printMessage(Kind.NOTE, trace.toString());
    }
  }

  /** {@code NullPointerException at StageReader:88}. */
  private static String brief(Throwable failure) {
    String type = failure.getClass().getSimpleName();
    StackTraceElement[] trace = failure.getStackTrace();
    for (StackTraceElement frame : trace) {
      if (frame.getClassName().startsWith(TopologyProcessor.class.getPackageName())) {
        String className = frame.getClassName();
        return type
            + " at "
            + className.substring(className.lastIndexOf('.') + 1)
            + ":"
            + frame.getLineNumber();
      }
    }
    return type;
  }

  private Types types() {
    return processingEnv.getTypeUtils();
  }

  private Elements elements() {
    return processingEnv.getElementUtils();
  }
}
