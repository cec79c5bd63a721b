package org.beatbench.reports.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.comparison.text.Phrases;
import org.beatbench.reports.Block;
import org.beatbench.reports.Facts;
import org.beatbench.reports.Facts.Fact;
import org.beatbench.reports.Prose;
import org.beatbench.reports.Section;

/** What the data set is, and the few things that must be known before any of it is used. */
final class Overview {

    private final Exploration data;
    private final Neighbourhood neighbourhood;

    private Overview(Exploration data, Neighbourhood neighbourhood) {
        this.data = data;
        this.neighbourhood = neighbourhood;
    }

    static Section section(Exploration data, NearDuplicates nearDuplicates, Map<String, String> settings) {
        Overview overview = new Overview(data, nearDuplicates.neighbourhood());
        List<Block> blocks = new ArrayList<>();
        if (data.info().synthetic()) {
            blocks.add(
                    Prose.warning("these beats are synthetic: computed, not measured. Nothing here says anything about"
                            + " real hearts."));
        }
        blocks.add(Prose.verdict(overview.headline()));
        blocks.addAll(overview.cautions());
        blocks.add(overview.facts(settings));
        return new Section("overview", "Overview", blocks);
    }

    private String headline() {
        String whose = data.grouping() == Grouping.UNKNOWN
                ? ""
                : " from "
                        + Phrases.counted(
                                data.support().size(),
                                data.grouping().one(),
                                data.grouping().many());
        String headline = Phrases.counted(data.beats().size(), "beat", "beats") + " of "
                + Phrases.counted(data.present().size(), "class", "classes") + whose + ".";
        return headline + majority() + nearest();
    }

    private String majority() {
        if (data.present().size() < 2) {
            return "";
        }
        int largest = data.largest();
        return " " + Numbers.share(data.count(largest) / (double) data.labelled()) + " are " + data.name(largest)
                + ", so that always answering " + data.name(largest) + " is right that often.";
    }

    private String nearest() {
        Proportion same = neighbourhood.sameGroup(data.beats(), data.grouping());
        if (data.grouping() != Grouping.SUBJECT || data.support().size() < 2 || !same.isKnown()) {
            return "";
        }
        return " Of " + Phrases.counted(same.drawn(), "beat", "beats") + " drawn at random, "
                + Numbers.share(same.share().value()) + " are most like another beat of the same subject; by chance it"
                + " would be " + Numbers.share(data.support().chanceOfSame()) + ".";
    }

    private List<Block> cautions() {
        List<Block> cautions = new ArrayList<>();
        if (data.grouping() != Grouping.SUBJECT) {
            cautions.add(
                    Prose.warning("it is not known which beats are of the same person. Whatever is measured on them may"
                            + " have the same people in training and test, and no protocol can keep these apart."));
        }
        List<String> few =
                data.labels().stream().filter(data::restsOnFew).map(data::name).toList();
        if (!few.isEmpty()) {
            cautions.add(Prose.warning((few.size() == 1 ? "class " : "classes ") + Phrases.listed(few)
                    + (few.size() == 1 ? " comes" : " come")
                    + " from fewer than three people in effect, however many beats there are. Scores on "
                    + (few.size() == 1 ? "it" : "them") + " say little about anybody else."));
        }
        return cautions;
    }

    private Facts facts(Map<String, String> settings) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("What it is", Phrases.sentence(data.info().summary())));
        facts.add(new Fact(
                "Data set",
                data.info().id() + ", version " + data.info().version()
                        + (data.info().synthetic() ? ", synthetic" : "")));
        if (!settings.isEmpty()) {
            facts.add(new Fact(
                    "Settings",
                    String.join(
                            ", ",
                            settings.entrySet().stream()
                                    .map(setting -> setting.getKey() + " "
                                            + (setting.getValue().isEmpty() ? "(none)" : setting.getValue()))
                                    .toList())));
        }
        facts.add(new Fact("Beats", Numbers.count(data.beats().size())));
        facts.add(new Fact("Samples per beat", Numbers.count(data.beats().length()) + ", padding included"));
        if (!data.form().single()) {
            facts.add(new Fact(
                    "Form",
                    data.form().id() + ": " + data.form() + ". This page is about the first channel, "
                            + data.form().channels().get(0).name() + "."));
        }
        facts.add(new Fact("Classes", Phrases.listed(data.beats().classes())));
        if (!data.info().licence().isEmpty()) {
            facts.add(new Fact("Licence", data.info().licence()));
        }
        if (!data.info().citation().isEmpty()) {
            facts.add(new Fact("Citation", data.info().citation()));
        }
        return new Facts(facts);
    }
}
