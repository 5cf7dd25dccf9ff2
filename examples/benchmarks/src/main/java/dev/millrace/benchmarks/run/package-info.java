/** Runs implementations in turn, each in fresh processes of its own. */
package dev.millrace.benchmarks.run;
