/** What generated code calls; not meant for people. */
package dev.millrace.generated;
