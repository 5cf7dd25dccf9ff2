package dev.millrace.benchmarks.workload;

/**
 * How much of a workload is done at a time.
 *
 * @param full long enough that the clock and the start of threads do not matter
 * @param quick for a first impression
 * @param tiny just enough to see that everything is wired
 */
public record Sizes(int full, int quick, int tiny) {}
