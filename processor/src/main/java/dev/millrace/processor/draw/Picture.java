package dev.millrace.processor.draw;

import com.palantir.javapoet.TypeName;
import dev.millrace.processor.model.Buffer;
import dev.millrace.processor.resolve.TypePrinter;
import java.util.List;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * A topology as a reader sees it: who stands at which end of which channel. Whatever is drawn is
 * drawn from this, so that the table, the data and the diagram cannot disagree.
 *
 * @param topology the qualified name of the interface
 * @param generatedClass the qualified name of the class that runs it
 * @param ports the methods that users call, in source order
 * @param stages the methods that the topology runs, in source order
 * @param channels the channels, sorted by name
 */
public record Picture(
    String topology,
    String generatedClass,
    List<Port> ports,
    List<Stage> stages,
    List<Wire> channels) {

  /** Copies the lists. */
  public Picture {
    ports = List.copyOf(ports);
    stages = List.copyOf(stages);
    channels = List.copyOf(channels);
  }

  /** Somebody who sends or receives. */
  public sealed interface Node {

    /** What tells it from all other nodes. */
    String id();

    /** What people call it; ports that are overloads of one another share it. */
    String name();
  }

  /**
   * A method that users call.
   *
   * @param id its signature: {@code submit(Job)}
   * @param name its name: {@code submit}
   */
  public record Port(String id, String name) implements Node {}

  /**
   * A method that the topology runs.
   *
   * @param name the name of its threads, by which messages and reports call it
   * @param declaredIn the qualified name of the type that has the method
   * @param workers how many threads run it
   * @param ordered whether they keep the order of what they are given
   */
  public record Stage(String name, String declaredIn, int workers, boolean ordered)
      implements Node {
    @Override
    public String id() {
      return name;
    }

    /** {@code work x4}. */
    public String nameAndWorkers() {
      return workers == 1 ? name : name + " x" + workers + (ordered ? " ordered" : "");
    }
  }

  /**
   * A channel with all that stands at its ends.
   *
   * @param name its name
   * @param type what it carries, or {@code null} if it carries signals
   * @param reply what the senders get back if they ask, {@code void} included; else {@code null}
   * @param capacity how many values fit: 0 for a rendezvous, {@link Buffer#UNLIMITED} for any
   *     number
   * @param overflow what happens to a value for which there is no room
   * @param broadcast whether each receiver gets every value
   * @param oneToOne whether a flavour for one sender and one receiver fits it
   * @param senders who sends
   * @param receivers who receives
   * @param watchers who is told when it is closed and drained, by an arm of a select
   * @param closers the ports that close it
   */
  public record Wire(
      String name,
      @Nullable TypeMirror type,
      @Nullable TypeMirror reply,
      int capacity,
      Buffer.Overflow overflow,
      boolean broadcast,
      boolean oneToOne,
      List<Link> senders,
      List<Link> receivers,
      List<Link> watchers,
      List<Port> closers) {

    /** Copies the lists. */
    public Wire {
      senders = List.copyOf(senders);
      receivers = List.copyOf(receivers);
      watchers = List.copyOf(watchers);
      closers = List.copyOf(closers);
    }

    /** What it carries, and what comes back, as one would write it with imports. */
    public String briefType() {
      String sent = type == null ? "signal" : TypePrinter.print(type);
      if (reply == null) {
        return sent;
      }
      return sent + " -> " + (reply.getKind() == TypeKind.VOID ? "done" : TypePrinter.print(reply));
    }

    /** What it carries with packages, or nothing for signals. */
    public @Nullable String qualifiedType() {
      return type == null ? null : TypeName.get(type).toString();
    }

    /** What comes back with packages, or nothing if nobody waits for it. */
    public @Nullable String qualifiedReply() {
      return reply == null ? null : TypeName.get(reply).toString();
    }

    /** How much it holds, in words. */
    public String room() {
      String size =
          switch (capacity) {
            case 0 -> "rendezvous";
            case Buffer.UNLIMITED -> "buffer unlimited";
            default -> "buffer " + capacity;
          };
      return switch (overflow) {
        case WAIT -> size + (broadcast ? ", broadcast" : oneToOne ? ", one to one" : "");
        case DROP_OLDEST -> size + ", drops oldest";
        case DROP_NEWEST -> size + ", drops newest";
        case LATEST -> "keeps latest";
      };
    }
  }

  /**
   * One end of a channel.
   *
   * @param node who stands there
   * @param event the record that a select makes of what comes, or {@code null} if it makes none
   */
  public record Link(Node node, @Nullable String event) {}
}
