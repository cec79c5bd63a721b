package org.beatbench.experiment;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.beatbench.api.DidYouMean;
import org.beatbench.distance.DistanceInquiry;
import org.beatbench.inquiry.Inquiry;
import org.beatbench.robustness.RobustnessInquiry;
import org.beatbench.saliency.SaliencyInquiry;

/** The inquiries there are. */
public final class Inquiries {

    private static final List<Inquiry<?>> ALL = Stream.<Inquiry<?>>of(
                    DistanceInquiry.INSTANCE, //
                    RobustnessInquiry.INSTANCE,
                    SaliencyInquiry.INSTANCE)
            .sorted(Comparator.comparing(Inquiry::id))
            .toList();

    private Inquiries() {}

    /** All of them, by id. */
    public static List<Inquiry<?>> all() {
        return ALL;
    }

    /**
     * The one of an id.
     *
     * @throws org.beatbench.api.UserError if there is none
     */
    public static Inquiry<?> of(String id) {
        return ALL.stream()
                .filter(inquiry -> inquiry.id().equals(id))
                .findFirst()
                .orElseThrow(() -> DidYouMean.unknown(
                        "inquiry", id, ALL.stream().map(Inquiry::id).toList()));
    }
}
