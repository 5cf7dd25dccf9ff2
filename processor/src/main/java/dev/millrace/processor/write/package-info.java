/**
 * From records to source code that looks hand-written, because people step through it. The same
 * topology always gives the same bytes.
 */
@NullMarked
package dev.millrace.processor.write;

import org.jspecify.annotations.NullMarked;
