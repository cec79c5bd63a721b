package org.beatbench.reports.recording;

import java.util.List;
import java.util.Map;
import org.beatbench.reports.Report;
import org.beatbench.reports.html.HtmlRenderer;
import org.beatbench.reports.html.Viewer;

/** The page of a recording: one HTML file that needs nothing else, in which the signal can be moved and beats be looked at. */
public final class RecordingPage {

    /** Bytes that samples take before they are written as letters, which makes a third more: about three hours of 360 a second. */
    private static final int ROOM = 4_000_000;

    private final Report report;
    private final String data;

    private RecordingPage(Report report, String data) {
        this.report = report;
        this.data = data;
    }

    public static RecordingPage of(AnsweredRecording recording) {
        return of(recording, ROOM);
    }

    /** A page that has room for so many bytes of samples. */
    static RecordingPage of(AnsweredRecording recording, int room) {
        Envelope envelope = Envelope.of(recording.trace());
        KeptSignal kept = KeptSignal.of(recording.trace(), room, new Priorities(recording).wishes());
        return new RecordingPage(
                new RecordingReport(recording, envelope, kept).report(),
                new ViewerData(recording, envelope, kept).json());
    }

    /** What it says, and the figures that make sense on paper. */
    public Report report() {
        return report;
    }

    /** The whole page. */
    public String html() {
        return new HtmlRenderer(List.of(), Map.of()).html(report, new Viewer(RecordingReport.STRIP, data));
    }
}
