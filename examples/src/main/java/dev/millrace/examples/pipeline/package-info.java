/** Orders that are priced, and then both invoiced and shipped. */
package dev.millrace.examples.pipeline;
