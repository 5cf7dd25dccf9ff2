/** The workloads that are about wiring, as annotated topologies whose ends the compiler knows. */
package dev.millrace.benchmarks.topology;
