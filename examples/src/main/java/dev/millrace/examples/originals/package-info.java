/**
 * The programs that made channels known, in Java.
 *
 * <p>Each is written once on the bare channel library, in {@link
 * dev.millrace.examples.originals.library}; where the wiring is the point it is written again,
 * under the same name, as an annotated interface, in {@link
 * dev.millrace.examples.originals.annotated}. Read the two side by side.
 *
 * <p>Every program prints what is certain: the same lines in every run wherever the order is
 * settled, and only what all runs have in common where it is open.
 */
package dev.millrace.examples.originals;
