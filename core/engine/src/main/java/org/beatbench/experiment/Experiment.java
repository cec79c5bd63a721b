package org.beatbench.experiment;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.beatbench.inquiry.Inquiry;
import org.beatbench.protocol.Protocols;

/**
 * A comparison as its author wrote it; not yet checked against the classifiers and data sets there are.
 *
 * @param id short name, also the name of its result folder
 * @param title one line for the report
 * @param dataset the beats
 * @param forms what the beats are made of, values of its setting that says so; every competitor takes each of them. None: as
 *     the data set's settings say
 * @param protocols ids of the ways to split, in the order written
 * @param entries the competitors, one row of the report each
 * @param seeds each seed repeats everything
 * @param limits what one trial may use
 * @param canaries whether the canaries are to be measured too, as yardsticks
 * @param folds the path of the file that deals rows to folds; empty if there is none
 * @param inquiries the ids of the inquiries that are made into fitted models, and how; those that ask about no beats are left out
 */
public record Experiment(
        String id,
        String title,
        NamedSettings dataset,
        List<String> forms,
        List<String> protocols,
        List<Entry> entries,
        List<Long> seeds,
        Limits limits,
        boolean canaries,
        String folds,
        Map<String, InquiryUse> inquiries) {

    /** The setting of data sets that says what their beats are made of. */
    public static final String FORM = "form";

    /** What stands between the name of a competitor and that of its form, in tables of several forms. */
    public static final String FORM_MARK = " · ";

    public Experiment {
        forms = List.copyOf(forms);
        protocols = protocols.stream().map(Protocols::current).toList();
        entries = List.copyOf(entries);
        seeds = List.copyOf(seeds);
        inquiries = inquiries.entrySet().stream()
                .filter(use -> use.getValue().asks())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The settings of the data set in each form; at least one. */
    public List<Map<String, Object>> formSettings() {
        return forms.isEmpty()
                ? List.of(dataset.settings())
                : forms.stream()
                        .map(form -> JoinedDataset.with(dataset, FORM, form))
                        .toList();
    }

    /** How it uses an inquiry. */
    public InquiryUse use(Inquiry<?> inquiry) {
        return inquiries.getOrDefault(inquiry.id(), InquiryUse.NONE);
    }
}
