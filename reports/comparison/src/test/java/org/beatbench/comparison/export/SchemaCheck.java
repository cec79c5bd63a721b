package org.beatbench.comparison.export;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.beatbench.results.TableSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a schema as a stranger would, from its JSON, and holds a CSV file against it. */
public final class SchemaCheck {

    private SchemaCheck() {}

    /** Checks header, types, rules and primary key. */
    public static void assertFits(TableSchema schema, String csv) {
        JsonNode json = new JsonMapper().readTree(schema.json());
        List<List<String>> rows = new ArrayList<>();
        CsvReader.builder().ofCsvRecord(csv).forEach(row -> rows.add(row.getFields()));
        List<JsonNode> fields = new ArrayList<>();
        json.path("fields").forEach(fields::add);

        assertThat(rows.get(0))
                .isEqualTo(fields.stream()
                        .map(field -> field.path("name").asString())
                        .toList());
        Set<List<String>> keys = new HashSet<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            List<String> key = new ArrayList<>();
            for (int i = 0; i < fields.size(); i++) {
                assertFits(fields.get(i), row.get(i));
                String name = fields.get(i).path("name").asString();
                json.path("primaryKey").forEach(part -> {
                    if (part.asString().equals(name)) {
                        key.add(row.get(rows.get(0).indexOf(name)));
                    }
                });
            }
            assertThat(key.isEmpty() || keys.add(key)).as("twice: " + key).isTrue();
        }
    }

    private static void assertFits(JsonNode field, String value) {
        String name = field.path("name").asString();
        JsonNode rules = field.path("constraints");
        if (value.isEmpty()) {
            assertThat(rules.path("required").asBoolean(false))
                    .as(name + " is empty")
                    .isFalse();
            return;
        }
        switch (field.path("type").asString()) {
            case "integer" -> assertThat(value).as(name).matches("-?[0-9]+");
            case "number" -> assertThat(value).as(name).matches("-?[0-9]+(\\.[0-9]+)?(E-?[0-9]+)?");
            default -> assertThat(field.path("type").asString()).isEqualTo("string");
        }
        if (field.has("categories")) {
            List<String> described = new ArrayList<>();
            field.path("categories").forEach(one -> {
                assertThat(one.path("label").asString()).isNotBlank();
                described.add(one.path("value").asString());
            });
            assertThat(described).as(name).contains(value);
        }
        for (var rule : rules.properties()) {
            switch (rule.getKey()) {
                case "required" -> assertThat(value).isNotEmpty();
                case "minimum" ->
                    assertThat(Double.parseDouble(value))
                            .as(name)
                            .isGreaterThanOrEqualTo(rule.getValue().asDouble());
                case "maximum" ->
                    assertThat(Double.parseDouble(value))
                            .as(name)
                            .isLessThanOrEqualTo(rule.getValue().asDouble());
                case "pattern" ->
                    assertThat(value).as(name).matches(rule.getValue().asString());
                case "enum" -> {
                    List<String> legal = new ArrayList<>();
                    rule.getValue().forEach(one -> legal.add(one.asString()));
                    assertThat(legal).as(name).contains(value);
                }
                default -> throw new AssertionError("no rule of the standard: " + rule.getKey());
            }
        }
    }
}
