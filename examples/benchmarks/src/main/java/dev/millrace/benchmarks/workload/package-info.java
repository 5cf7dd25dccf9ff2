/** What channels are asked to do, one file for each workload, as code that blocks its thread. */
package dev.millrace.benchmarks.workload;
