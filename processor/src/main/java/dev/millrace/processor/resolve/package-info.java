/** What follows from the types of a topology. */
@NullMarked
package dev.millrace.processor.resolve;

import org.jspecify.annotations.NullMarked;
