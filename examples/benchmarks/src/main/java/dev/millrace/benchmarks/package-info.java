/** Measures Millrace against its peers: the same workloads, in turn, on one machine. */
package dev.millrace.benchmarks;
