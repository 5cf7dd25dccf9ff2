/** Request and reply: the topology of the quotes program. */
package dev.millrace.examples.quotes;
