/**
 * What the compiler knows of a topology, for people and for tools: the table in the javadoc of the
 * generated class, a JSON file and a Mermaid diagram, all drawn from one {@link
 * dev.millrace.processor.draw.Picture}.
 */
@NullMarked
package dev.millrace.processor.draw;

import org.jspecify.annotations.NullMarked;
