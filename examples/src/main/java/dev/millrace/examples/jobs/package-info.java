/** A worker pool, a ticker and a quit signal: the topology of the job board program. */
package dev.millrace.examples.jobs;
