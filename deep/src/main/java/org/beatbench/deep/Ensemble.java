package org.beatbench.deep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.beatbench.api.Beats;
import org.beatbench.api.LoadContext;
import org.beatbench.api.Predictions;
import org.beatbench.api.Rows;
import org.beatbench.api.TrainedModel;
import org.beatbench.deep.fitted.FittedNetwork;
import org.beatbench.deep.fitted.FittedNetworks;

/**
 * Networks of one architecture that were trained apart and answer together, by the mean of their probabilities: what depends on
 * the seed alone cancels out (Hansen and Salamon 1990, Neural Network Ensembles).
 */
final class Ensemble implements TrainedModel, FittedNetworks {

    private final List<NetworkModel> members;

    private Ensemble(List<NetworkModel> members) {
        this.members = List.copyOf(members);
    }

    /** One model of one network or several. */
    static TrainedModel of(List<NetworkModel> members) {
        return members.size() == 1 ? members.get(0) : new Ensemble(members);
    }

    /**
     * Reads what was saved in a folder.
     *
     * @throws IOException if a file cannot be read, or is no network for such beats
     */
    static TrainedModel load(Path folder, LoadContext context) throws IOException {
        List<NetworkModel> members = new ArrayList<>();
        try {
            do {
                members.add(new NetworkModel(NetworkFile.read(folder, members.size(), context), context.threads()));
            } while (Files.exists(NetworkFile.in(folder, members.size())));
        } catch (IOException | RuntimeException e) {
            members.forEach(NetworkModel::close);
            throw e;
        }
        return of(members);
    }

    @Override
    public Predictions predict(Beats beats) {
        float[] sums = members.get(0).predict(beats).probabilities().toArray();
        for (NetworkModel member : members.subList(1, members.size())) {
            float[] probabilities = member.predict(beats).probabilities().toArray();
            for (int i = 0; i < sums.length; i++) {
                sums[i] += probabilities[i];
            }
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= members.size();
        }
        return Predictions.of(Rows.of(sums, beats.classes().size()));
    }

    @Override
    public List<FittedNetwork> networks() {
        return members.stream().flatMap(member -> member.networks().stream()).toList();
    }

    @Override
    public void save(Path folder) throws IOException {
        for (int member = 0; member < members.size(); member++) {
            members.get(member).save(folder, member);
        }
    }

    @Override
    public void close() {
        members.forEach(NetworkModel::close);
    }
}
