/** A select with handlers: the topology of the heating program. */
package dev.millrace.examples.heating;
