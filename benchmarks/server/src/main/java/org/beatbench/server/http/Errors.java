package org.beatbench.server.http;

import java.nio.ByteBuffer;
import java.util.Map;
import org.beatbench.server.protocol.Refusal;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Errors as the protocol has them, {@code {"error": text}}, also those of requests that are no HTTP. */
public final class Errors extends ErrorHandler {

    public static final String JSON = "application/json";

    /** Seconds after which those who were turned away may come again. */
    public static final String LATER = "1";

    private static final JsonMapper MAPPER = JsonMapper.shared();

    /** The body of an error. */
    public static byte[] body(String message) {
        return MAPPER.writeValueAsBytes(Map.of("error", message));
    }

    static void write(Response response, Callback callback, Refusal refusal) {
        response.setStatus(refusal.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, JSON);
        if (refusal.isForNow()) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, LATER);
        }
        if (refusal.status() == Refusal.UNAUTHORIZED) {
            response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Bearer");
        }
        // What it sends is not read, and so not taken for its next request.
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        response.write(true, ByteBuffer.wrap(body(refusal.message())), callback);
    }

    /** Whatever was tried, it gets a message. */
    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, JSON);
        response.write(true, ByteBuffer.wrap(body(message == null ? "status " + code : message)), callback);
    }
}
