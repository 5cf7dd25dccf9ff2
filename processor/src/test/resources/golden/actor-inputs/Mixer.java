package demo;

import dev.millrace.Sender;
import dev.millrace.annotation.Buffer;
import dev.millrace.annotation.Case;
import dev.millrace.annotation.Otherwise;
import dev.millrace.annotation.Producer;
import dev.millrace.annotation.Select;
import dev.millrace.annotation.Topology;
import java.time.Duration;
import java.util.List;

/** Some actors alone receive by generated code what generated code of one thread each sends. */
@Topology
@Buffer(channel = "bass", size = 16)
@Buffer(channel = "drums", size = 16)
@Buffer(channel = "voice", size = 8)
@Buffer(channel = "echo", size = 8)
@Buffer(channel = "knobs", size = 4)
@Buffer(channel = "faders", size = 4)
@Buffer(channel = "cues", size = 2)
@Buffer(channel = "counts", size = 2)
@Buffer(channel = "lights", size = 2)
public interface Mixer {

  @Producer("bass")
  default Iterable<String> bass() {
    return List.of("boom");
  }

  @Producer("drums")
  default Iterable<String> drums() {
    return List.of("tack");
  }

  sealed interface Beat {
    @Case("bass")
    record Bass(String note) implements Beat {}

    @Case("drums")
    record Drums(String note) implements Beat {}
  }

  /** All are proven. */
  @Select(priority = true)
  default void beat(Beat beat) {}

  @Producer("voice")
  default Iterable<String> sing() {
    return List.of("la");
  }

  @Producer("echo")
  default Iterable<String> echo() {
    return List.of("la la");
  }

  sealed interface Song {
    @Case(value = "voice", when = "loud")
    record Voice(String note) implements Song {}

    @Case("echo")
    record Echo(String note) implements Song {}

    @Case(value = "voice", closed = true)
    record Silence() implements Song {}

    @Otherwise(after = "patience")
    record Pause() implements Song {}
  }

  default boolean loud() {
    return true;
  }

  default Duration patience() {
    return Duration.ofSeconds(1);
  }

  /** So are these, with a guard, an end and a time-out. */
  @Select
  default void song(Song song) {}

  @Producer("knobs")
  default Iterable<Integer> turn() {
    return List.of(1);
  }

  @Producer("faders")
  default void slide(Sender<Integer> faders) throws InterruptedException {
    faders.send(1);
  }

  sealed interface Control {
    @Case("knobs")
    record Knob(int value) implements Control {}

    @Case("faders")
    record Fader(int value) implements Control {}
  }

  /** One of the senders is user code. */
  @Select
  default void control(Control control) {}

  @Producer("cues")
  default Iterable<Integer> cue() {
    return List.of(1);
  }

  @Producer("claps")
  default Iterable<Integer> clap() {
    return List.of(1);
  }

  sealed interface Note {
    @Case("cues")
    record Cue(int value) implements Note {}

    @Case("claps")
    record Clap(int value) implements Note {}
  }

  /** One of them has no buffer. */
  @Select
  default void note(Note note) {}

  @Producer("counts")
  void count(int value) throws InterruptedException;

  @Producer("lights")
  default Iterable<Integer> light() {
    return List.of(1);
  }

  sealed interface Show {
    @Case("counts")
    record Count(int value) implements Show {}

    @Case("lights")
    record Light(int value) implements Show {}
  }

  /** One of the senders is a port. */
  @Select
  default void show(Show show) {}
}
