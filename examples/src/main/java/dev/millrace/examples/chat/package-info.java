/** An actor: the topology of the chat program. */
package dev.millrace.examples.chat;
