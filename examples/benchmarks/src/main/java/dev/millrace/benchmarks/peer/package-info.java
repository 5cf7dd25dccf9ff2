/** The libraries that are measured, one file for each. */
package dev.millrace.benchmarks.peer;
