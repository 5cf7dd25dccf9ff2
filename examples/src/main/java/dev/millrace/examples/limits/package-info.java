/** A select with a time-out: the topology of the limits program. */
package dev.millrace.examples.limits;
