/** From samples to medians and ratios, and the two files that hold them. */
package dev.millrace.benchmarks.report;
