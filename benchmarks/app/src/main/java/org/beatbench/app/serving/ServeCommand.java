package org.beatbench.app.serving;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.beatbench.api.CancelledException;
import org.beatbench.api.UserError;
import org.beatbench.app.options.PluginsFolder;
import org.beatbench.app.shell.ExitCode;
import org.beatbench.app.shell.Json;
import org.beatbench.app.shell.StopSignals;
import org.beatbench.plugins.Catalogue;
import org.beatbench.server.Limits;
import org.beatbench.server.ServedModel;
import org.beatbench.server.Server;
import org.beatbench.server.ServerOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code beatbench serve}: saved models over HTTP. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Serves models that ${ROOT-COMMAND-NAME} train saved by the Open Inference Protocol, version 2, over HTTP.",
            "",
            "A model is called as its folder or zip is, or as NAME=PATH says. GET /v2/models/NAME tells what it is asked and "
                    + "answers; POST /v2/models/NAME/infer asks it. Beats are rows, made as those that the model learned from; what other "
                    + "rows predict refuses, this refuses too. Beats of many clients are put to a model together.",
            "",
            "Only programs of this machine can reach it, unless --host says otherwise; then think of a token and of TLS. Ctrl-C, or the "
                    + "signal of kill, lets nobody in any more, answers who is inside and ends with exit code 0; a second one ends at "
                    + "once. Not a medical device."
        })
public final class ServeCommand implements Callable<Integer> {

    private static final String TOKEN = "BEATBENCH_TOKEN";
    private static final String PASSWORD = "BEATBENCH_KEY_STORE_PASSWORD";
    private static final int SHORTEST_TOKEN = 16;
    private static final int MEGABYTE = 1 << 20;
    private static final int MOST = 1_000_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "1..*",
            paramLabel = "MODEL",
            description = "Saved models, each a folder or a zip, or NAME=PATH to call one otherwise.")
    private List<String> models = new ArrayList<>();

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description =
                    "Address of this machine to listen at; 0.0.0.0 for all. Default: ${DEFAULT-VALUE}, this machine only.")
    private String host = "";

    @Option(
            names = "--port",
            paramLabel = "NUMBER",
            defaultValue = "8080",
            description = "Port, or 0 for any that is free. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--threads",
            paramLabel = "NUMBER",
            description = "Threads that a model may answer with. Default: as many as it was trained with.")
    private @Nullable Integer threads;

    @Option(
            names = "--max-batch",
            paramLabel = "BEATS",
            defaultValue = "256",
            description = "Beats that are put to a model at a time. Default: ${DEFAULT-VALUE}.")
    private int batch;

    @Option(
            names = "--max-waiting",
            paramLabel = "BEATS",
            defaultValue = "16384",
            description =
                    "Beats that may wait for a model before others are sent away (429). Default: ${DEFAULT-VALUE}.")
    private int waiting;

    @Option(
            names = "--max-requests",
            paramLabel = "NUMBER",
            defaultValue = "256",
            description = "Requests that are answered at a time; more are sent away (503). Default: ${DEFAULT-VALUE}.")
    private int requests;

    @Option(
            names = "--max-body",
            paramLabel = "MB",
            defaultValue = "8",
            description = "Megabytes of a request; larger ones are refused (413). Default: ${DEFAULT-VALUE}.")
    private int body;

    @Option(
            names = "--time-limit",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "How long a request may wait for its answer (504). Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(
            names = "--stop-within",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description =
                    "How long requests that were accepted may take once the server is to end. Default: ${DEFAULT-VALUE}.")
    private int stopping;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description =
                    "File with a token that clients must send (Authorization: Bearer TOKEN). Default: that of the environment variable "
                            + TOKEN + ", if it is set.")
    private @Nullable Path tokenFile;

    @Option(
            names = "--key-store",
            paramLabel = "FILE",
            description =
                    "Key and certificate, PKCS 12, to serve by TLS (https). Its password is in the environment variable "
                            + PASSWORD + ".")
    private @Nullable Path keyStore;

    @Option(
            names = "--access-log",
            paramLabel = "FILE",
            description =
                    "Write a line for each request behind what the file holds, or to standard error (-). Default: nowhere.")
    private @Nullable String accessLog;

    @Option(names = "--json", description = "Print the line that says where the server is as JSON.")
    private boolean json;

    @Mixin
    private PluginsFolder plugins = new PluginsFolder();

    @Override
    public Integer call() throws IOException {
        Limits limits = limits();
        Optional<String> token = token();
        PrintWriter err = spec.commandLine().getErr();
        Map<String, Path> paths = paths();
        try (OpenModels open = new OpenModels();
                Log log = Log.of(accessLog, err)) {
            Catalogue catalogue = plugins.catalogue();
            for (Map.Entry<String, Path> model : paths.entrySet()) {
                open.open(model.getKey(), model.getValue(), catalogue, threads)
                        .forEach(warning -> err.println("warning: " + warning));
            }
            ServerOptions options = new ServerOptions(host, port, token, tls(), limits, log.lines());
            StopSignals signals = StopSignals.listen();
            try (Server server = Server.start(open.models(), open.recordings(), options)) {
                warnOfStrangers(err, options, server.address());
                say(server.address(), open.models());
                signals.await();
                err.println("Stopping: requests that were accepted are answered.");
                if (!server.stop()) {
                    err.println("warning: not all of them were answered within " + stopping + " seconds");
                    return ExitCode.FAILURE;
                }
                return ExitCode.OK;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancelledException();
            }
        }
    }

    private void say(URI address, List<ServedModel> served) {
        PrintWriter out = spec.commandLine().getOut();
        List<String> names = served.stream().map(ServedModel::name).toList();
        if (json) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("address", address.toString());
            line.put("models", names);
            out.println(Json.line(line));
        } else {
            out.println("Serving " + String.join(", ", names) + " at " + address + " (Ctrl-C ends it)");
        }
        out.flush();
    }

    private static void warnOfStrangers(PrintWriter err, ServerOptions options, URI address) {
        boolean isLocal = address.getHost().equals("127.0.0.1")
                || address.getHost().equals("localhost")
                || address.getHost().equals("[::1]");
        if (!isLocal && (options.token().isEmpty() || options.tls().isEmpty())) {
            err.println("warning: others than this machine can reach the server, "
                    + (options.token().isEmpty()
                            ? "and no token keeps them out"
                            : "and what is sent can be read on its way"));
        }
    }

    /** By name, in the order in which they were typed. */
    private Map<String, Path> paths() {
        Map<String, Path> paths = new LinkedHashMap<>();
        for (String typed : models) {
            int equals = typed.indexOf('=');
            boolean named =
                    equals > 0 && ServedModel.isName(typed.substring(0, equals)) && !Files.exists(Path.of(typed));
            Path path = Path.of(named ? typed.substring(equals + 1) : typed);
            String name = named
                    ? typed.substring(0, equals)
                    : path.toAbsolutePath().normalize().getFileName().toString().replaceFirst("\\.zip$", "");
            if (!ServedModel.isName(name)) {
                throw new UserError(
                        "a model cannot be served as " + name
                                + ": names are letters, digits, dots, underscores and dashes",
                        "call it otherwise, such as model=" + path);
            }
            Path before = paths.put(name, path);
            if (before != null) {
                throw new UserError(
                        before + " and " + path + " would both be called " + name,
                        "call one of them otherwise, such as " + name + "-2=" + path);
            }
        }
        return paths;
    }

    private Limits limits() {
        requireWithin("--port", port, 0, 65_535);
        requireWithin("--max-batch", batch, 1, 1 << 16);
        requireWithin("--max-waiting", waiting, 1, MOST);
        requireWithin("--max-requests", requests, 1, 10_000);
        requireWithin("--max-body", body, 1, 1_024);
        requireWithin("--time-limit", seconds, 1, 3_600);
        requireWithin("--stop-within", stopping, 0, 3_600);
        return new Limits(
                batch,
                waiting,
                requests,
                body * MEGABYTE,
                Limits.USUAL.recording(),
                Duration.ofSeconds(seconds),
                Limits.USUAL.send(),
                Duration.ofSeconds(stopping));
    }

    private static void requireWithin(String option, int given, int least, int most) {
        if (given < least || given > most) {
            throw new UserError(
                    option + " must be " + least + " to " + most + ": " + given, "leave it out if in doubt");
        }
    }

    private Optional<String> token() throws IOException {
        String token = tokenFile != null ? Files.readString(tokenFile).strip() : System.getenv(TOKEN);
        if (token == null || (tokenFile == null && token.isEmpty())) {
            return Optional.empty();
        }
        if (token.length() < SHORTEST_TOKEN || !token.chars().allMatch(letter -> letter > ' ' && letter < 0x7f)) {
            throw new UserError(
                    "the token must be " + SHORTEST_TOKEN + " letters, digits or signs at least, without spaces",
                    "make one, such as by: openssl rand -hex 24");
        }
        return Optional.of(token);
    }

    private Optional<ServerOptions.Tls> tls() {
        if (keyStore == null) {
            return Optional.empty();
        }
        String password = System.getenv(PASSWORD);
        if (password == null) {
            throw new UserError(
                    "the password of " + keyStore + " is not known",
                    "put it into the environment variable " + PASSWORD);
        }
        if (!Files.isRegularFile(keyStore)) {
            throw new UserError("there is no file " + keyStore, "name a key store, such as keytool makes");
        }
        return Optional.of(new ServerOptions.Tls(keyStore, password));
    }

    /** Where the access log goes. */
    private record Log(Optional<Consumer<String>> lines, AutoCloseable target) implements AutoCloseable {

        static Log of(@Nullable String place, PrintWriter err) throws IOException {
            if (place == null) {
                return new Log(Optional.empty(), () -> {});
            }
            if (place.equals("-")) {
                return new Log(Optional.of(err::println), () -> {});
            }
            try {
                BufferedWriter file =
                        Files.newBufferedWriter(Path.of(place), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                PrintWriter writer = new PrintWriter(file, true);
                return new Log(Optional.of(writer::println), writer);
            } catch (IOException e) {
                throw UserError.unwritable(Path.of(place), e, "name a file that may be written to with --access-log");
            }
        }

        @Override
        public void close() throws IOException {
            try {
                target.close();
            } catch (IOException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IOException(e);
            }
        }
    }
}
