/** Channels, select and running topologies. */
package dev.millrace;
