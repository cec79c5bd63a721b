package org.beatbench.api;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who a classifier is.
 *
 * @param id short name for experiments and commands: lower-case letters, digits and hyphens
 * @param name name for tables, such as "Decision tree"
 * @param summary one sentence on how it decides
 * @param version changes whenever the same settings and data may give other answers; part of a trial's key
 * @param usesValidation whether a fit chooses by the validation beats; if not, they are joined to the training beats
 * @param libraries name to version of each library that computes its answers; part of a trial's key
 */
public record ClassifierInfo(
        String id, String name, String summary, String version, boolean usesValidation, Map<String, String> libraries) {

    public ClassifierInfo {
        if (!id.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException("id must be lower-case letters, digits and hyphens: " + id);
        }
        libraries = Collections.unmodifiableMap(new TreeMap<>(libraries));
    }
}
