package dev.millrace.processor.model;

import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/**
 * A class or interface in {@code @Topology(stages = ...)}.
 *
 * @param element the class
 * @param type its type, as {@code start} takes it
 * @param site the value inside the annotation
 */
public record StageClass(TypeElement element, DeclaredType type, Site site) {}
