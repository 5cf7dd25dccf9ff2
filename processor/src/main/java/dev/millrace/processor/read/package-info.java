/**
 * From elements to records. Only this package looks at annotation mirrors, and reading never stops
 * at the first problem: what has no legal shape is kept as {@link
 * dev.millrace.processor.model.Unreadable}, and the checks say why.
 */
@NullMarked
package dev.millrace.processor.read;

import org.jspecify.annotations.NullMarked;
