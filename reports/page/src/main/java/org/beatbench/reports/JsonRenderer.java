package org.beatbench.reports;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.beatbench.comparison.export.ReportFolder;
import org.beatbench.reports.chart.Chart;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything that a report says as JSON, for programs: each record of the report is an object with the components of the record,
 * each block and chart says its {@code type}, and no number is rounded.
 */
public final class JsonRenderer implements Renderer {

    /** The name of the file. */
    public static final String FILE = "content.json";

    /** Version of the form, to be raised when a reader would have to know. */
    private static final int FORMAT = 1;

    /** Writes the same digits on every Java. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    /** The same text on every system. */
    private static final PrettyPrinter PRINTER =
            new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));

    @Override
    public Path render(Report report, Path folder) {
        return ReportFolder.open(folder).write(FILE, text(report));
    }

    /** The content of the file. */
    public String text(Report report) {
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        content.put("format", FORMAT);
        content.putAll(object(report));
        return JSON.writer().with(PRINTER).writeValueAsString(content) + "\n";
    }

    private static Map<String, @Nullable Object> object(Record value) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        if (value instanceof Block || value instanceof Chart) {
            object.put("type", value.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        }
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            // Hardly any cell leads anywhere.
            if (!(value instanceof Cell cell
                    && component.getName().equals("link")
                    && cell.link().isEmpty())) {
                object.put(component.getName(), json(value(component, value)));
            }
        }
        return object;
    }

    private static @Nullable Object json(Object value) {
        if (value instanceof Record other) {
            return object(other);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(JsonRenderer::json).toList();
        }
        if (value instanceof Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT);
        }
        if (value instanceof Double number) {
            return Double.isFinite(number) ? number : null;
        }
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        throw new IllegalStateException("a report has no place for a " + value.getClass());
    }

    private static Object value(RecordComponent component, Record of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a part of a report is not public: " + component, e);
        }
    }
}
