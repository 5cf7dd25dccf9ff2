package dev.millrace.processor.model;

import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a select method that is called when its arm happens.
 *
 * @param parameter the parameter
 * @param index its place among the parameters, from 0
 * @param function the only abstract method of its type, as a member of it; {@code null} if the type
 *     is no functional interface that could be called
 */
public record Handler(VariableElement parameter, int index, @Nullable Method function) {}
