/** Programs to copy from. Each has a {@code main} method, and a test runs it to its end. */
package dev.millrace.examples;
