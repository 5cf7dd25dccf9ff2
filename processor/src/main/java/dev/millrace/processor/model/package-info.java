/**
 * A topology as its author wrote it, as immutable records.
 *
 * <p>The readers make them, every later step only looks at them. Each fact keeps the {@link
 * dev.millrace.processor.model.Site} where it was written. Types are compared through {@link
 * javax.lang.model.util.Types}, never with {@code equals}.
 */
@NullMarked
package dev.millrace.processor.model;

import org.jspecify.annotations.NullMarked;
