package org.beatbench.data.records;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.beatbench.api.DidYouMean;
import org.beatbench.api.Hyper;
import org.beatbench.api.Require;
import org.beatbench.api.UserError;

/**
 * Which of the records of a folder are read, and whose they are.
 *
 * @param records names of those that are; empty for all
 * @param skip names of those that are not
 * @param badRecords what becomes of records that cannot be used
 * @param subjects the file that tells whose each record is; empty for {@code subjects.csv} beside the records, if it is there
 */
public record RecordChoice(
        @Hyper(value = "records to read, such as 100, 2*; empty: all", added = true)
        String records,

        @Hyper(value = "records to leave out, such as 102, p0?/*; empty: none", added = true)
        String skip,

        @Hyper(
                value = "records that are damaged or cannot be cut: refuse the data set, or skip them and say so",
                added = true)
        BadRecords badRecords,

        @Hyper(
                value =
                        "CSV file with columns record and subject, which says whose the records are, seen from the records;"
                                + " empty: subjects.csv, if it is there",
                added = true)
        String subjects) {

    static final RecordChoice ALL = new RecordChoice("", "", BadRecords.REFUSE, "");

    public RecordChoice {
        Require.path("subjects", subjects);
    }

    /**
     * The records that are chosen.
     *
     * @param all those of the folder, in their order
     * @throws UserError naming what chooses none, or if all are left out
     */
    List<String> of(Path folder, List<String> all) {
        List<String> problems = new ArrayList<>();
        List<Pattern> wanted = patterns("records", records, all, problems);
        List<Pattern> unwanted = patterns("skip", skip, all, problems);
        List<String> chosen = all.stream()
                .filter(name -> wanted.isEmpty() || isAny(wanted, name))
                .filter(name -> !isAny(unwanted, name))
                .toList();
        if (problems.isEmpty() && chosen.isEmpty()) {
            problems.add("the settings records and skip leave no record");
        }
        if (!problems.isEmpty()) {
            throw UserError.of(
                    folder.toString(),
                    problems,
                    "name records as they are called in the folder; * stands for any characters");
        }
        return chosen;
    }

    private static List<Pattern> patterns(String setting, String written, List<String> all, List<String> problems) {
        List<Pattern> patterns = new ArrayList<>();
        String bare = written.strip().replaceAll("^\\[|]$", "");
        for (String one : Arrays.stream(bare.split(",")).map(String::strip).toList()) {
            if (!one.isEmpty()) {
                Pattern pattern = Pattern.compile(one.chars()
                        .mapToObj(letter ->
                                letter == '*' ? ".*" : letter == '?' ? "." : Pattern.quote(Character.toString(letter)))
                        .collect(Collectors.joining()));
                patterns.add(pattern);
                if (all.stream().noneMatch(name -> pattern.matcher(name).matches())) {
                    problems.add(setting + ": there is no record " + one + DidYouMean.among(one, new TreeSet<>(all)));
                }
            }
        }
        return patterns;
    }

    private static boolean isAny(List<Pattern> patterns, String name) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(name).matches());
    }
}
