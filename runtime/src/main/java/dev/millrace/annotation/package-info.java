/** The language: annotations that declare a topology. */
package dev.millrace.annotation;
