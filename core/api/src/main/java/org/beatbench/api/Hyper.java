package org.beatbench.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Documents one component of a settings record. From it come help texts, checks and the names in experiment files (the
 * component's name with hyphens: {@code minLeafSize} is {@code min-leaf-size}). Components may be {@code int}, {@code
 * long}, {@code double}, {@code boolean}, {@code String} or an enum.
 *
 * <p>A component without this annotation may be another record of such components, for settings that several classifiers
 * share. Its components become settings like any other, as if they stood in its place; no two settings may have one name.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Hyper {

    /** What the setting does, with its unit; a phrase. */
    String value();

    /** Smallest legal number. Whoever writes a smaller one is told so before the record is made, which need not check it again. */
    double min() default Double.NEGATIVE_INFINITY;

    /** Largest legal number, likewise. */
    double max() default Double.POSITIVE_INFINITY;

    /**
     * Values worth trying besides the default, as they stand in an experiment file. At least one of them must change an
     * answer (the classifier contract checks it). Not needed for booleans and enums, where all other values are tried.
     */
    String[] tries() default {};

    /**
     * Whether the setting came with a later version, its default being what was done before. At its default it is then left
     * out of what names a trial, so that what was measured before stays known.
     */
    boolean added() default false;
}
