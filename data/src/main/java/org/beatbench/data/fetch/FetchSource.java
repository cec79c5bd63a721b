package org.beatbench.data.fetch;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.beatbench.api.UserError;

/**
 * A public database of recordings that can be fetched: a folder on a server with a list of records ({@code RECORDS}), a
 * list of checksums ({@code SHA256SUMS.txt}) and a few files for each record, as PhysioNet serves them.
 *
 * @param id the data set's id, and the name of the folder it is put into
 * @param name name to show
 * @param url the folder on the server, ending in a slash
 * @param extensions which files of each record are needed, without the dot
 * @param size what the download amounts to, to be shown before it begins
 * @param licence under which the data may be used, to be shown before it begins
 * @param citation what to cite when the data are used
 */
public record FetchSource(
        String id, String name, URI url, List<String> extensions, String size, String licence, String citation) {

    /** The MIT-BIH Arrhythmia Database as PhysioNet serves it. */
    public static final FetchSource MITDB = new FetchSource(
            "mitdb",
            "MIT-BIH Arrhythmia Database 1.0.0",
            URI.create("https://physionet.org/files/mitdb/1.0.0/"),
            List.of("hea", "dat", "atr"),
            "145 files, 94 MB",
            "Open Data Commons Attribution License v1.0 (ODC-By 1.0)",
            "Moody GB, Mark RG. The impact of the MIT-BIH Arrhythmia Database. IEEE Eng in Med and Biol 20(3):45-50 (2001),"
                    + " doi:10.13026/C2F305; Goldberger A, et al. PhysioBank, PhysioToolkit, and PhysioNet. Circulation"
                    + " 101(23):e215-e220 (2000)");

    /** All there are. */
    public static final List<FetchSource> ALL = List.of(MITDB);

    private static final Set<String> SCHEMES = Set.of("http", "https");

    public FetchSource {
        if (!id.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException("id must be lower-case letters, digits and hyphens: " + id);
        }
        if (!url.getPath().endsWith("/")) {
            throw new IllegalArgumentException("url must end in a slash: " + url);
        }
        extensions = List.copyOf(extensions);
    }

    /**
     * The same files from another server, a mirror for example; they are held to the checksums of that server.
     *
     * @throws UserError if it is not the address of a folder on a web server
     */
    public FetchSource at(URI mirror) {
        if (mirror.getHost() == null || !SCHEMES.contains(String.valueOf(mirror.getScheme()))) {
            throw new UserError("not the address of a server: " + mirror, "Give one such as " + url + ".");
        }
        URI folder = mirror.getPath().endsWith("/") ? mirror : URI.create(mirror + "/");
        return new FetchSource(id, name, folder, extensions, size, licence, citation);
    }
}
