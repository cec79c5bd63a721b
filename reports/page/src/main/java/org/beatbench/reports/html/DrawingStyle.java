package org.beatbench.reports.html;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The rules of the page's style sheet that are about drawings, for a drawing that stands alone: each element gets its own
 * {@code style} with the colours of the light page, which programs understand that know no variables and no classes.
 */
final class DrawingStyle {

    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)\\}");
    private static final Pattern SELECTOR = Pattern.compile("svg \\.([a-z0-9-]+)");
    private static final Pattern VARIABLE = Pattern.compile("var\\(--([a-z0-9-]+)\\)");
    private static final Pattern ELEMENT = Pattern.compile("<(path|rect|circle|text)\\b([^<>]*?)(/?)>");
    private static final Pattern CLASSES = Pattern.compile(" class=\"([^\"]*)\"");
    private static final Pattern TIPS = Pattern.compile(" data-tips=\"[^\"]*\"");
    private static final Pattern COLOUR = Pattern.compile(" style=\"--c:(?:var\\(--([a-z0-9-]+)\\)|(#[0-9a-f]{6}))\"");

    /** A rule for a class. */
    private record Rule(String className, Map<String, String> declarations) {}

    private final Map<String, String> ofText = new LinkedHashMap<>();
    private final List<Rule> rules = new ArrayList<>();
    private final Map<String, String> variables = new LinkedHashMap<>();

    /** @param sheet of the page, with its palette; rules inside of media queries are for screens and printers, and not read */
    DrawingStyle(String sheet) {
        Matcher matcher = RULE.matcher(withoutMedia(sheet.replaceAll("(?s)/\\*.*?\\*/", "")));
        while (matcher.find()) {
            Map<String, String> declarations = declarations(matcher.group(2));
            for (String selector : matcher.group(1).strip().split("\\s*,\\s*")) {
                read(selector, declarations);
            }
        }
    }

    private void read(String selector, Map<String, String> declarations) {
        Matcher drawing = SELECTOR.matcher(selector);
        if (selector.equals(":root")) {
            declarations.forEach((name, value) -> variables.put(name.replaceFirst("^--", ""), value));
        } else if (selector.equals("svg text")) {
            ofText.putAll(declarations);
        } else if (drawing.matches()) {
            rules.add(new Rule(drawing.group(1), declarations));
        }
    }

    /** The elements of a drawing with their styles written out. */
    String written(String elements) {
        return ELEMENT.matcher(elements)
                .replaceAll(element ->
                        Matcher.quoteReplacement(written(element.group(1), element.group(2), element.group(3))));
    }

    /** A colour of the light page by the name of its variable, as {@code #rrggbb}. */
    String colour(String name) {
        String value = variables.get(name);
        if (value == null || !value.matches("#[0-9a-f]{6}")) {
            throw new IllegalStateException("the style sheet has no colour " + name);
        }
        return value;
    }

    /** A colour between two others. */
    String mixed(String from, String to, double share) {
        int start = Integer.parseInt(colour(from).substring(1), 16);
        int end = Integer.parseInt(colour(to).substring(1), 16);
        StringBuilder mixed = new StringBuilder("#");
        for (int shift = 16; shift >= 0; shift -= 8) {
            int low = start >> shift & 0xff;
            int high = end >> shift & 0xff;
            mixed.append(String.format(Locale.ROOT, "%02x", Math.round(low + (high - low) * share)));
        }
        return mixed.toString();
    }

    private String written(String element, String attributes, String end) {
        Matcher classes = CLASSES.matcher(attributes);
        Matcher colour = COLOUR.matcher(attributes);
        String own = !colour.find() ? "" : colour.group(1) == null ? colour.group(2) : colour(colour.group(1));
        String style = style(element, classes.find() ? List.of(classes.group(1).split(" ")) : List.of(), own);
        String others = attributes;
        for (Pattern known : List.of(CLASSES, COLOUR, TIPS)) {
            others = known.matcher(others).replaceAll("");
        }
        return "<" + element + others + (style.isEmpty() ? "" : " style=\"" + style + "\"") + end + ">";
    }

    /** As a browser would decide: rules for classes come before that for all text, and later ones before earlier. */
    private String style(String element, List<String> classes, String own) {
        Map<String, String> style = new LinkedHashMap<>();
        if (element.equals("text")) {
            style.putAll(ofText);
        }
        rules.stream()
                .filter(rule -> classes.contains(rule.className))
                .forEach(rule -> style.putAll(rule.declarations));
        style.values().removeIf("inherit"::equals);
        return style.entrySet().stream()
                .map(property -> property.getKey() + ":" + resolved(property.getValue(), own))
                .collect(Collectors.joining(";"));
    }

    private String resolved(String value, String own) {
        return VARIABLE.matcher(value)
                .replaceAll(variable -> variable.group(1).equals("c") ? own : colour(variable.group(1)));
    }

    private static Map<String, String> declarations(String text) {
        Map<String, String> declarations = new LinkedHashMap<>();
        Arrays.stream(text.split(";"))
                .map(one -> one.split(":", 2))
                .filter(parts -> parts.length == 2)
                .forEach(parts -> declarations.put(parts[0].strip(), parts[1].strip()));
        return declarations;
    }

    private static String withoutMedia(String sheet) {
        return sheet.replaceAll("@[^{}]*\\{(?:[^{}]*\\{[^{}]*\\})*[^{}]*\\}", "");
    }
}
