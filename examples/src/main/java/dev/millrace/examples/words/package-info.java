/** The parts of the word frequency program; {@link dev.millrace.examples.words.WordCount} first. */
package dev.millrace.examples.words;
