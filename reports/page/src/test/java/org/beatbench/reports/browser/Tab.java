package org.beatbench.reports.browser;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** One page in the browser, which has no network. */
public final class Tab implements AutoCloseable {

    private static final Map<String, Integer> KEYS = Map.of(
            "Tab", 9, "Enter", 13, "Escape", 27, " ", 32, "End", 35, "Home", 36, "ArrowLeft", 37, "ArrowRight", 39);

    private final DevTools tools;
    private final String target;
    private final String session;
    private String address = "";

    Tab(DevTools tools, String target, String session) {
        this.tools = tools;
        this.target = target;
        this.session = session;
        List.of("Page.enable", "Runtime.enable", "Log.enable", "Network.enable")
                .forEach(domain -> call(domain, Map.of()));
        network(true);
        look("light");
    }

    /** Lets it use the network. */
    Tab online() {
        network(false);
        return this;
    }

    private void network(boolean off) {
        call(
                "Network.emulateNetworkConditions",
                Map.of("offline", off, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    Tab load(URI page) {
        int before = tools.events(session, "Page.loadEventFired").size();
        address = page.toString();
        call("Page.navigate", Map.of("url", address));
        tools.await(session, "Page.loadEventFired", events -> events.size() > before);
        return this;
    }

    public Tab resize(int width, int height) {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        return this;
    }

    /** Opens everything that is folded. */
    Tab unfold() {
        evaluate("document.querySelectorAll('.folded > details').forEach(fold => { fold.open = true; })");
        return this;
    }

    /** Shows the page, scrolling without delay, as on a screen in the theme "light" or "dark", or in "print". */
    public Tab look(String look) {
        boolean print = look.equals("print");
        call(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "media",
                        print ? "print" : "screen",
                        "features",
                        List.of(
                                feature("prefers-color-scheme", print ? "light" : look),
                                feature("prefers-reduced-motion", "reduce"))));
        return this;
    }

    private static Map<String, String> feature(String name, String value) {
        return Map.of("name", name, "value", value);
    }

    /** The value of an expression of the page's language. */
    public JsonNode evaluate(String expression) {
        JsonNode answer =
                call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(answer.path("exceptionDetails")
                    .path("exception")
                    .path("description")
                    .asString(answer.toString()));
        }
        return answer.path("result").path("value");
    }

    public String text(String expression) {
        return evaluate(expression).asString("");
    }

    public List<String> texts(String expression) {
        List<String> texts = new ArrayList<>();
        evaluate(expression).forEach(text -> texts.add(text.asString("")));
        return texts;
    }

    /** Presses and releases a key, named as in the language of pages. */
    public Tab press(String key) {
        for (String type : List.of("rawKeyDown", "char", "keyUp")) {
            String text = key.equals("Enter") ? "\r" : key.equals(" ") ? " " : "";
            if (!type.equals("char") || !text.isEmpty()) {
                call(
                        "Input.dispatchKeyEvent",
                        Map.of(
                                "type",
                                type,
                                "key",
                                key,
                                "code",
                                key.equals(" ") ? "Space" : key,
                                "text",
                                type.equals("char") ? text : "",
                                "windowsVirtualKeyCode",
                                KEYS.get(key)));
            }
        }
        return this;
    }

    /** Writes into what has the focus. */
    public Tab write(String text) {
        call("Input.insertText", Map.of("text", text));
        return this;
    }

    /** Moves the pointer over the middle of the first visible element that a selector finds, and clicks if asked to. */
    Tab point(String selector, boolean click) {
        JsonNode place = evaluate("(() => { const element = [...document.querySelectorAll('" + selector
                + "')].find(e => e.getClientRects().length); element.scrollIntoView({ block: 'center', behavior: 'instant' });"
                + " const box = element.getBoundingClientRect();"
                + " return { x: box.x + box.width / 2, y: box.y + box.height / 2 }; })()");
        List<String> types = click ? List.of("mouseMoved", "mousePressed", "mouseReleased") : List.of("mouseMoved");
        types.forEach(type -> call(
                "Input.dispatchMouseEvent",
                Map.of(
                        "type",
                        type,
                        "x",
                        place.path("x").asDouble(),
                        "y",
                        place.path("y").asDouble(),
                        "button",
                        type.equals("mouseMoved") ? "none" : "left",
                        "clickCount",
                        1)));
        return this;
    }

    public Tab click(String selector) {
        return point(selector, true);
    }

    /** Everything that the page, or the browser about it, wrote to the console, and its uncaught errors. */
    public List<String> complaints() {
        return tools.events(session, "Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded").stream()
                .map(JsonNode::toString)
                .toList();
    }

    /** What the page asked for, but for itself. */
    public List<String> requests() {
        return tools.events(session, "Network.requestWillBeSent").stream()
                .map(event -> event.path("params").path("request").path("url").asString(""))
                .filter(url -> !url.equals(address) && !url.equals("about:blank"))
                .toList();
    }

    private JsonNode call(String method, Map<String, ?> parameters) {
        return tools.call(session, method, parameters);
    }

    @Override
    public void close() {
        tools.call("", "Target.closeTarget", Map.of("targetId", target));
    }
}
