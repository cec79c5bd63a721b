package org.beatbench.plugins;

import java.util.Optional;

/** For which version of {@code org.beatbench.api} a jar was made: the entry {@code Beatbench-Api} of its manifest. */
public final class ApiVersion {

    /** The entry of the manifest. */
    public static final String ENTRY = "Beatbench-Api";

    /** The version there is here. What was made for it goes on working until this number is raised. */
    public static final int CURRENT = 1;

    private ApiVersion() {}

    /**
     * Why what was made for a version cannot be used here; empty if it can.
     *
     * @param written the entry of a manifest, such as "1"; digits behind a point are passed over
     */
    static Optional<String> refusal(String written) {
        String major = written.strip().replaceFirst("\\..*", "");
        if (major.equals(Integer.toString(CURRENT))) {
            return Optional.empty();
        }
        return Optional.of(
                "was made for version " + written + " of the api of plug-ins, and this Beatbench has version " + CURRENT
                        + "; get the one that was made for version " + CURRENT);
    }
}
