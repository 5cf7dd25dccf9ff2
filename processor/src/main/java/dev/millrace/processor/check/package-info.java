/** What must hold for a topology that can run. */
@NullMarked
package dev.millrace.processor.check;

import org.jspecify.annotations.NullMarked;
