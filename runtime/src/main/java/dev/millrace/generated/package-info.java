/**
 * What generated code calls. Exported so that it can, binary compatible from release to release,
 * and not meant for people: use {@link dev.millrace} instead.
 */
package dev.millrace.generated;
