package org.beatbench.server;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.beatbench.api.UserError;
import org.beatbench.harness.Machine;
import org.beatbench.server.http.AccessLog;
import org.beatbench.server.http.Body;
import org.beatbench.server.http.Errors;
import org.beatbench.server.http.Gate;
import org.beatbench.server.http.RequestCounts;
import org.beatbench.server.protocol.ModelDescription;
import org.beatbench.server.protocol.Refusal;
import org.beatbench.server.protocol.Shown;
import org.beatbench.server.recordings.RecordRoutes;
import org.beatbench.server.recordings.Recordings;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Serves models by the Open Inference Protocol, version 2, over HTTP, with the extensions binary_tensor_data, classification, statistics
 * and, as far as it lists them, model_repository; and answers whole recordings.
 */
public final class Server implements AutoCloseable {

    static final List<String> EXTENSIONS =
            List.of("binary_tensor_data", "classification", "statistics", "model_repository");

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);
    private static final int LINGER_MILLISECONDS = 500;
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final int HEADER_BYTES = 8 << 10;
    private static final int THREADS_BESIDE = 24;
    private static final int CONNECTIONS_PER_REQUEST = 4;
    private static final long LARGE_REQUESTS = 64L << 20;
    private static final Duration IDLE = Duration.ofSeconds(30);

    /** What the page of this server may load: what comes from here, and nothing from anywhere else. */
    private static final String PAGE_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; "
            + "connect-src 'self'; frame-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    private final ServerOptions options;
    private final Map<String, ModelRoutes> models = new LinkedHashMap<>();
    private final RequestCounts counts = new RequestCounts();
    private final Gate gate;
    private final RecordRoutes records;
    private final Javalin javalin;
    private @Nullable ServerConnector connector;

    private Server(List<ServedModel> served, Recordings recordings, ServerOptions options) {
        this.options = options;
        Limits limits = options.limits();
        Body body = new Body(limits.body(), LARGE_REQUESTS, limits.send());
        for (ServedModel one : served) {
            if (models.put(one.name(), new ModelRoutes(one, body, limits)) != null) {
                throw new IllegalArgumentException("two models are called " + one.name());
            }
        }
        this.gate = new Gate(
                limits.requests(),
                options.token(),
                isLoopback(options.host()),
                counts,
                options.accessLog().map(AccessLog::new));
        this.records = new RecordRoutes(recordings, List.copyOf(models.keySet()), limits.recording(), limits.send());
        this.javalin = Javalin.create(this::configure);
    }

    /**
     * Starts to serve.
     *
     * @param models at least one, each with a name of its own; not closed by the server
     * @param recordings what answers whole recordings
     * @throws UserError if the place is taken, or not this machine's
     */
    public static Server start(List<ServedModel> models, Recordings recordings, ServerOptions options) {
        options.tls().ifPresent(ServerOptions.Tls::check);
        Server server = new Server(models, recordings, options);
        try {
            server.javalin.start();
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw new UserError(
                    "nobody can be served at " + options.host() + ":" + options.port() + ": " + reason(e),
                    "name another place with --host and --port (0: any port that is free), or look at the key store");
        }
    }

    private static String reason(Throwable problem) {
        Throwable cause = problem;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Where it can be reached. */
    public URI address() {
        String host = options.host().contains(":") ? "[" + options.host() + "]" : options.host();
        int port = Objects.requireNonNull(connector, "it was started").getLocalPort();
        return URI.create((options.tls().isPresent() ? "https" : "http") + "://" + host + ":" + port);
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.http.prefer405over404 = true;
        config.router.ignoreTrailingSlashes = true;
        config.jetty.threadPool = new QueuedThreadPool(options.limits().requests() + THREADS_BESIDE, THREADS_BESIDE);
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setRequestHeaderSize(HEADER_BYTES);
            http.setPersistentConnectionsEnabled(true);
        });
        config.jetty.addConnector(this::connector);
        config.jetty.modifyServer(server -> {
            server.setErrorHandler(new Errors());
            server.insertHandler(gate);
            server.addBean(new NetworkConnectionLimit(
                    CONNECTIONS_PER_REQUEST * options.limits().requests(), server));
        });
        for (Route route : routes()) {
            config.routes.addHttpHandler(route.method(), route.path(), route.handler());
        }
        config.routes.exception(Refusal.class, (refusal, context) -> refuse(context, refusal));
        config.routes.exception(
                UserError.class,
                (problem, context) ->
                        refuse(context, Refusal.invalid(problem.getMessage() + " (" + problem.hint() + ")")));
        config.routes.exception(HttpResponseException.class, Server::answer);
        config.routes.exception(Exception.class, Server::answer);
    }

    private Connector connector(org.eclipse.jetty.server.Server server, HttpConfiguration http) {
        ServerConnector made;
        if (options.tls().isPresent()) {
            ServerOptions.Tls tls = options.tls().get();
            SslContextFactory.Server ssl = new SslContextFactory.Server();
            ssl.setKeyStorePath(tls.keyStore().toAbsolutePath().toString());
            ssl.setKeyStorePassword(tls.password());
            // A server with one certificate need not choose by the name that a client says.
            http.addCustomizer(new SecureRequestCustomizer(false));
            made = new ServerConnector(
                    server, new SslConnectionFactory(ssl, "http/1.1"), new HttpConnectionFactory(http));
        } else {
            made = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        }
        made.setHost(options.host());
        made.setPort(options.port());
        made.setIdleTimeout(IDLE.toMillis());
        connector = made;
        return made;
    }

    /** An address and what is done there. */
    record Route(HandlerType method, String path, Handler handler) {}

    /** All addresses. */
    List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        routes.add(get("/v2", context -> json(context, about())));
        routes.add(get("/v2/health/live", context -> json(context, Map.of("live", true))));
        routes.add(get("/v2/health/ready", this::ready));
        routes.add(post("/v2/repository/index", context -> json(context, index())));
        for (String order : List.of("load", "unload")) {
            routes.add(post("/v2/repository/models/{model}/" + order, context -> {
                throw new Refusal(Refusal.NOT_OFFERED, "models are named when the server is started");
            }));
        }
        routes.add(get("/v2/models/stats", context -> json(context, statistics(models.values()))));
        for (String model : List.of("/v2/models/{model}", "/v2/models/{model}/versions/{version}")) {
            routes.add(get(model, context -> json(context, model(context).description())));
            routes.add(get(model + "/ready", this::modelReady));
            routes.add(get(model + "/stats", context -> json(context, statistics(List.of(model(context))))));
            routes.add(post(model + "/infer", context -> model(context).infer(context)));
        }
        routes.add(get("/metrics", context -> context.contentType(MetricsText.TYPE)
                .result(MetricsText.of(gate, counts, models.values()))));
        routes.add(get("/openapi.json", context -> resource(context, "openapi.json", Errors.JSON)));
        routes.add(get("/", context -> {
            context.header("Content-Security-Policy", PAGE_POLICY);
            resource(context, "page.html", "text/html; charset=utf-8");
        }));
        routes.add(get("/page.css", context -> resource(context, "page.css", "text/css; charset=utf-8")));
        routes.add(get("/page.js", context -> resource(context, "page.js", "text/javascript; charset=utf-8")));
        routes.add(post("/api/records", records::answer));
        routes.add(get("/api/records/{record}/{model}/{result}", records::result));
        routes.add(new Route(HandlerType.DELETE, "/api/records/{record}", records::delete));
        routes.add(get("/api/examples", records::examples));
        routes.add(get("/api/examples/{example}", records::example));
        return List.copyOf(routes);
    }

    private static Route get(String path, Handler handler) {
        return new Route(HandlerType.GET, path, handler);
    }

    private static Route post(String path, Handler handler) {
        return new Route(HandlerType.POST, path, handler);
    }

    private static void json(Context context, Object value) {
        context.contentType(Errors.JSON).result(JSON.writeValueAsBytes(value));
    }

    private static void resource(Context context, String name, String type) {
        try (InputStream in = Objects.requireNonNull(Server.class.getResourceAsStream(name), name)) {
            context.contentType(type)
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Referrer-Policy", "no-referrer")
                    .result(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> about() {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("name", "beatbench");
        about.put("version", Machine.version());
        about.put("extensions", EXTENSIONS);
        return about;
    }

    private void ready(Context context) {
        boolean ready = !gate.isClosing();
        context.status(ready ? 200 : Refusal.UNAVAILABLE);
        json(context, Map.of("live", true, "ready", ready));
    }

    private void modelReady(Context context) {
        boolean ready = !gate.isClosing();
        context.status(ready ? 200 : Refusal.UNAVAILABLE);
        json(context, Map.<String, Object>of("name", model(context).name(), "ready", ready));
    }

    private List<Map<String, String>> index() {
        return models.keySet().stream()
                .map(name -> {
                    Map<String, String> model = new LinkedHashMap<>();
                    model.put("name", name);
                    model.put("version", ModelDescription.VERSION);
                    model.put("state", "READY");
                    model.put("reason", "");
                    return model;
                })
                .toList();
    }

    private static Map<String, Object> statistics(Iterable<ModelRoutes> some) {
        List<Map<String, Object>> all = new ArrayList<>();
        some.forEach(model -> all.add(model.statistics()));
        return Map.of("model_stats", all);
    }

    private ModelRoutes model(Context context) {
        String name = context.pathParam("model");
        ModelRoutes model = models.get(name);
        if (model == null) {
            throw new Refusal(Refusal.UNKNOWN, "there is no model " + Shown.of(name));
        }
        String version = context.pathParamMap().getOrDefault("version", ModelDescription.VERSION);
        if (!version.equals(ModelDescription.VERSION)) {
            throw new Refusal(
                    Refusal.UNKNOWN,
                    "model " + name + " has version " + ModelDescription.VERSION + " only, and not "
                            + Shown.of(version));
        }
        return model;
    }

    private static void refuse(Context context, Refusal refusal) {
        context.status(refusal.status());
        if (refusal.isForNow()) {
            context.header("Retry-After", Errors.LATER);
        }
        context.contentType(Errors.JSON).result(Errors.body(refusal.message()));
    }

    /** What Javalin refuses: no such address, or not with this method. */
    private static void answer(HttpResponseException problem, Context context) {
        String allowed = problem.getDetails().entrySet().stream()
                .filter(detail -> detail.getKey().equals("availableMethods"))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining());
        if (!allowed.isEmpty()) {
            context.header("Allow", allowed);
        }
        refuse(
                context,
                new Refusal(
                        problem.getStatus(),
                        problem.getStatus() == Refusal.UNKNOWN
                                ? "there is nothing at this address"
                                : String.valueOf(problem.getMessage())));
    }

    private static void answer(Exception problem, Context context) {
        if (problem instanceof HttpException broken) {
            refuse(context, new Refusal(broken.getCode(), "the request is no HTTP: " + Shown.of(broken.getReason())));
            return;
        }
        if (problem instanceof IOException) {
            LOG.debug("a client went away", problem);
            refuse(context, Refusal.invalid("the request did not come whole"));
            return;
        }
        LOG.error("{} {} failed", context.method(), context.path(), problem);
        refuse(context, new Refusal(Refusal.FAILED, "the server failed; its log says why"));
    }

    /**
     * Refuses new requests, answers those that were accepted, and ends.
     *
     * @return whether all of them were answered in time
     */
    public boolean stop() {
        boolean all = gate.close(options.limits().stop());
        linger();
        close();
        return all;
    }

    /** What was on its way when the server was to stop is told so, and not cut off. */
    private static void linger() {
        try {
            Thread.sleep(LINGER_MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends at once. */
    @Override
    public void close() {
        records.close();
        javalin.stop();
        models.values().forEach(ModelRoutes::close);
    }
}
