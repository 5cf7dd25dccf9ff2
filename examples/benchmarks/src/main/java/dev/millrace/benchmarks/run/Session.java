package dev.millrace.benchmarks.run;

import dev.millrace.benchmarks.run.Schedule.Turn;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Runs a whole schedule, saying how far it is. */
public final class Session {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final Settings settings;
  private final PrintStream progress;
  private final Steadiness steadiness;

  /** Prints progress to {@code progress}. */
  public Session(Settings settings, PrintStream progress) {
    this.settings = settings;
    this.progress = progress;
    this.steadiness = new Steadiness(CacheLine::roundTripNanos, settings.effort().attempts());
  }

  /** What became of the machine while the processes ran. */
  public Steadiness steadiness() {
    return steadiness;
  }

  /** Gives every turn a process; the first fault ends it all. */
  public List<Measurement> run(Schedule schedule) throws IOException, InterruptedException {
    Launcher launcher = new Launcher(LIMIT);
    List<Measurement> measurements = new ArrayList<>();
    int turns = schedule.turns().size();
    for (Turn turn : schedule.turns()) {
      String workload = turn.workload().id();
      String implementation = turn.implementation().name();
      progress.printf("[%d/%d] %s, %s: ", measurements.size() + 1, turns, workload, implementation);
      List<String> command = turn.implementation().command(turn.workload(), settings);
      List<Sample> samples = steadiness.undisturbed(() -> launcher.run(command));
      measurements.add(new Measurement(workload, implementation, turn.round(), samples));
      progress.printf(Locale.ROOT, "%.1f ns%n", samples.getLast().nanos());
    }
    return measurements;
  }
}
