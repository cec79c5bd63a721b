package org.beatbench.data.fetch;

import java.io.IOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Writes the body of one answer into a file beside the final one, so that what has arrived survives a cut connection.
 * Bytes come on the client's threads while another thread watches; a file is closed before anybody else opens it.
 */
final class PartFile implements BodyHandler<Void>, BodySubscriber<Void> {

    private final Path file;
    private final long start;
    private final CompletableFuture<Void> whole = new CompletableFuture<>();

    private Flow.@Nullable Subscription subscription;
    private @Nullable FileChannel channel;
    private @Nullable IOException failure;
    private long received;
    private boolean closed;

    /**
     * @param file where to write
     * @param start bytes that are there already and were not asked for again
     */
    PartFile(Path file, long start) {
        this.file = file;
        this.start = start;
    }

    /** Opens the file: 206 appends to what is there, 200 begins anew, the body of anything else is dropped. */
    @Override
    public synchronized BodySubscriber<Void> apply(ResponseInfo info) {
        boolean appending = info.statusCode() == 206 && continues(info);
        if (!appending && info.statusCode() != 200) {
            return BodySubscribers.discarding();
        }
        try {
            channel = FileChannel.open(
                    file,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    appending ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException e) {
            failure = e;
            return BodySubscribers.discarding();
        }
        return this;
    }

    private boolean continues(ResponseInfo info) {
        return info.headers()
                .firstValue("Content-Range")
                .filter(range -> range.startsWith("bytes " + start + "-"))
                .isPresent();
    }

    @Override
    public synchronized void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public synchronized void onNext(List<ByteBuffer> buffers) {
        if (closed || channel == null) {
            return;
        }
        try {
            for (ByteBuffer buffer : buffers) {
                while (buffer.hasRemaining()) {
                    received += channel.write(buffer);
                }
            }
        } catch (IOException e) {
            failure = e;
            close();
            whole.completeExceptionally(e);
        }
    }

    @Override
    public void onError(Throwable error) {
        close();
        whole.completeExceptionally(error);
    }

    @Override
    public void onComplete() {
        close();
        whole.complete(null);
    }

    @Override
    public CompletionStage<Void> getBody() {
        return whole;
    }

    /** Bytes received so far. */
    synchronized long received() {
        return received;
    }

    /** Whether the answer was one that is written. */
    synchronized boolean opened() {
        return channel != null;
    }

    /** What went wrong on this side, not on the server's or on the way. */
    synchronized Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }

    /** Stops the transfer; nothing is written after this. */
    synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (subscription != null) {
            subscription.cancel();
        }
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                failure = e;
            }
        }
    }
}
