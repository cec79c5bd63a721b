package org.beatbench.server;

import java.util.Collection;
import org.beatbench.server.batching.ModelCounts;
import org.beatbench.server.http.Gate;
import org.beatbench.server.http.RequestCounts;

/**
 * Counts in the text format of Prometheus, version 0.0.4. A dozen counters need no library, which would bring a registry of its own and
 * twenty jars.
 */
final class MetricsText {

    static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private static final double NANOSECONDS = 1e9;

    private final StringBuilder text = new StringBuilder();

    private MetricsText() {}

    static String of(Gate gate, RequestCounts requests, Collection<ModelRoutes> models) {
        MetricsText metrics = new MetricsText();
        metrics.head("beatbench_requests_total", "counter", "Requests by the status of their answers.");
        requests.byStatus()
                .forEach((status, count) -> metrics.line("beatbench_requests_total{status=\"" + status + "\"}", count));
        metrics.head(
                "beatbench_request_seconds", "histogram", "From the head of a request to the last byte of its answer.");
        long[] all = new long[1];
        requests.byTime().forEach((end, count) -> {
            all[0] = count;
            metrics.line(
                    "beatbench_request_seconds_bucket{le=\"" + (end.isInfinite() ? "+Inf" : end.toString()) + "\"}",
                    count);
        });
        metrics.line("beatbench_request_seconds_sum", requests.seconds());
        metrics.line("beatbench_request_seconds_count", all[0]);
        metrics.head("beatbench_requests_inside", "gauge", "Requests that are being answered.");
        metrics.line("beatbench_requests_inside", gate.inside());
        metrics.models(models);
        metrics.head("jvm_memory_used_bytes", "gauge", "Heap that is used.");
        Runtime java = Runtime.getRuntime();
        metrics.line("jvm_memory_used_bytes{area=\"heap\"}", java.totalMemory() - java.freeMemory());
        return metrics.text.toString();
    }

    private void models(Collection<ModelRoutes> models) {
        head("beatbench_beats_total", "counter", "Beats that a model answered.");
        models.forEach(model ->
                line("beatbench_beats_total" + label(model), counts(model).beats()));
        head("beatbench_batches_total", "counter", "Batches in which they were put to it.");
        models.forEach(model ->
                line("beatbench_batches_total" + label(model), counts(model).batches()));
        head("beatbench_model_seconds_total", "counter", "Time that a model took to answer them.");
        models.forEach(model -> line(
                "beatbench_model_seconds_total" + label(model), counts(model).inferTime() / NANOSECONDS));
        head("beatbench_queue_seconds_total", "counter", "Time that requests waited for a model.");
        models.forEach(model -> line(
                "beatbench_queue_seconds_total" + label(model), counts(model).queueTime() / NANOSECONDS));
        head("beatbench_failed_total", "counter", "Requests to a model that were refused or got no answer.");
        models.forEach(model ->
                line("beatbench_failed_total" + label(model), counts(model).failed()));
        head("beatbench_beats_waiting", "gauge", "Beats that wait for a model.");
        models.forEach(model -> line("beatbench_beats_waiting" + label(model), model.waiting()));
    }

    private static ModelCounts.At counts(ModelRoutes model) {
        return model.counts();
    }

    private static String label(ModelRoutes model) {
        return "{model=\"" + model.name() + "\"}";
    }

    private void head(String name, String type, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private void line(String name, long value) {
        text.append(name).append(' ').append(value).append('\n');
    }

    private void line(String name, double value) {
        text.append(name).append(' ').append(value).append('\n');
    }
}
