/**
 * The words of the language: what a method of a {@link dev.millrace.annotation.Topology} sends,
 * receives and waits for.
 *
 * <p>All annotations have {@link java.lang.annotation.RetentionPolicy#CLASS CLASS} retention: the
 * compiler reads them, also out of class files, and nothing looks for them when the program runs.
 */
package dev.millrace.annotation;
