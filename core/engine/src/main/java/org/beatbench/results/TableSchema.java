package org.beatbench.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the columns of a CSV file are, in a form that programs read: a Table Schema of the Data Package standard, version 2
 * (https://datapackage.org/standard/table-schema/), which needs nothing but JSON.
 *
 * @param title what the table holds
 * @param description how to read it
 * @param fields the columns, in the order of the file
 * @param primaryKey the columns that tell every row from the others; none if rows may be equal
 */
public record TableSchema(String title, String description, List<Field> fields, List<String> primaryKey) {

    private static final JsonMapper JSON = new JsonMapper();

    /** The same text on every system. */
    private static final PrettyPrinter PRINTER =
            new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));

    public TableSchema {
        fields = List.copyOf(fields);
        primaryKey = List.copyOf(primaryKey);
    }

    /** Kinds of values. */
    public enum Type {
        STRING,
        INTEGER,
        NUMBER
    }

    /**
     * A column.
     *
     * @param name as in the first line of the file
     * @param constraints rules by their names in the standard, such as {@code minimum}
     * @param meanings every value there may be, and what it says; none if any value may be
     */
    public record Field(
            String name, Type type, String description, Map<String, Object> constraints, Map<String, String> meanings) {

        /** A column that is empty in no row. */
        public static Field required(String name, Type type, String description) {
            return optional(name, type, description).with("required", true);
        }

        /** A column that may be empty. */
        public static Field optional(String name, Type type, String description) {
            return new Field(name, type, description, Map.of(), Map.of());
        }

        /** This column with one more rule. */
        public Field with(String rule, Object value) {
            Map<String, Object> more = new LinkedHashMap<>(constraints);
            more.put(rule, value);
            return new Field(name, type, description, more, meanings);
        }

        /** This column with no other values than these, in this order, each with what it says. */
        public Field among(Map<String, String> all) {
            Field listed = with("enum", List.copyOf(all.keySet()));
            return new Field(name, type, description, listed.constraints, new LinkedHashMap<>(all));
        }

        private Map<String, Object> asMap() {
            Map<String, Object> column = new LinkedHashMap<>();
            column.put("name", name);
            column.put("type", type.name().toLowerCase(Locale.ROOT));
            column.put("description", description);
            if (!meanings.isEmpty()) {
                List<Map<String, String>> categories = new ArrayList<>();
                meanings.forEach((value, label) -> categories.add(category(value, label)));
                column.put("categories", categories);
            }
            if (!constraints.isEmpty()) {
                column.put("constraints", constraints);
            }
            return column;
        }

        private static Map<String, String> category(String value, String label) {
            Map<String, String> category = new LinkedHashMap<>();
            category.put("value", value);
            category.put("label", label);
            return category;
        }
    }

    /** The names of the columns. */
    public List<String> names() {
        return fields.stream().map(Field::name).toList();
    }

    /** The schema as it is written beside the file that it describes. */
    public String json() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://datapackage.org/profiles/2.0/tableschema.json");
        schema.put("title", title);
        schema.put("description", description);
        schema.put("missingValues", List.of(""));
        if (!primaryKey.isEmpty()) {
            schema.put("primaryKey", primaryKey);
        }
        schema.put("fields", fields.stream().map(Field::asMap).toList());
        return JSON.writer().with(PRINTER).writeValueAsString(schema) + "\n";
    }
}
