package org.beatbench.data.wfdb;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What somebody must look at in a record that can be used all the same, a sentence each, each once. */
final class Warnings {

    private final Set<String> sentences = new LinkedHashSet<>();

    void add(String sentence) {
        sentences.add(sentence);
    }

    List<String> sentences() {
        return List.copyOf(sentences);
    }
}
