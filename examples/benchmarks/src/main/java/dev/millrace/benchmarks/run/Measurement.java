package dev.millrace.benchmarks.run;

import java.util.List;

/**
 * What one process measured.
 *
 * @param workload the workload's id
 * @param implementation the implementation's name
 * @param round in which round, from 0
 * @param samples one for each repetition, never none
 */
public record Measurement(
    String workload, String implementation, int round, List<Sample> samples) {}
