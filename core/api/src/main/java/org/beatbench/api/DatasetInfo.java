package org.beatbench.api;

/**
 * What a data set is. Made by {@link #of} and, for what is not so by default, the methods after it.
 *
 * @param id short name for experiments and commands: lower-case letters, digits and hyphens
 * @param name name for tables, such as "MIT-BIH Arrhythmia Database"
 * @param summary one sentence on what it holds
 * @param version changes whenever the same files and settings may give other beats
 * @param synthetic whether the beats are computed and not measured; said wherever they appear
 * @param licence the licence of the data, empty if it is the user's own
 * @param citation what to cite, empty if nothing
 */
public record DatasetInfo(
        String id, String name, String summary, String version, boolean synthetic, String licence, String citation) {

    public DatasetInfo {
        if (!id.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException("id must be lower-case letters, digits and hyphens: " + id);
        }
    }

    /** One of measured beats that are the user's own. */
    public static DatasetInfo of(String id, String name, String summary, String version) {
        return new DatasetInfo(id, name, summary, version, false, "", "");
    }

    /** The same, whose beats are computed and not measured. */
    public DatasetInfo ofComputedBeats() {
        return new DatasetInfo(id, name, summary, version, true, licence, citation);
    }

    /** The same, under a licence. */
    public DatasetInfo withLicence(String terms) {
        return new DatasetInfo(id, name, summary, version, synthetic, terms, citation);
    }

    /** The same, with what to cite. */
    public DatasetInfo withCitation(String cited) {
        return new DatasetInfo(id, name, summary, version, synthetic, licence, cited);
    }
}
