package dev.millrace.benchmarks.run;

import java.util.List;

/**
 * What each measuring process is told.
 *
 * @param effort how long it measures
 * @param jvmFlags more flags for JVMs, such as another collector
 */
public record Settings(Effort effort, List<String> jvmFlags) {}
