/** An order service as people really write them: ports behind HTTP, and nothing lost at the end. */
package dev.millrace.examples.orders;
