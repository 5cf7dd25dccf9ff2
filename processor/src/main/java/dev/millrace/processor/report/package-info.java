/** What the processor says, and how it says it. */
@NullMarked
package dev.millrace.processor.report;

import org.jspecify.annotations.NullMarked;
