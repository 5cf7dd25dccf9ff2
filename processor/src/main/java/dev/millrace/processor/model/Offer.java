package dev.millrace.processor.model;

import javax.lang.model.element.VariableElement;

/**
 * A parameter of a select method with the value that one of its arms is to send.
 *
 * @param parameter the parameter
 * @param index its place among the parameters, from 0
 * @param output the channel and what is sent to it
 */
public record Offer(VariableElement parameter, int index, Endpoint output) {}
