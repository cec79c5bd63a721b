package org.beatbench.harness;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.beatbench.api.Beat;

/** All that somebody finds who follows every reference, private ones too. */
final class Reachable {

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> left = new ArrayDeque<>();

    private Reachable() {}

    /** The beats with a label that can be found from here. */
    static List<Beat> labelledBeats(Object... from) {
        Reachable reachable = new Reachable();
        reachable.add(from);
        while (!reachable.left.isEmpty()) {
            reachable.follow(reachable.left.pop());
        }
        return reachable.seen.stream()
                .filter(Beat.class::isInstance)
                .map(Beat.class::cast)
                .filter(beat -> beat.label() != Beat.UNLABELLED)
                .toList();
    }

    private void add(Object found) {
        if (found != null && seen.add(found)) {
            left.push(found);
        }
    }

    private void follow(Object one) {
        if (one instanceof Object[] array) {
            for (Object element : array) {
                add(element);
            }
        } else if (one instanceof Collection<?> collection) {
            collection.forEach(this::add);
        } else if (one instanceof Map<?, ?> map) {
            map.keySet().forEach(this::add);
            map.values().forEach(this::add);
        } else if (one.getClass().getName().startsWith("org.beatbench.")) {
            for (Class<?> type = one.getClass(); type != Object.class; type = type.getSuperclass()) {
                for (Field field : type.getDeclaredFields()) {
                    if (!Modifier.isStatic(field.getModifiers())
                            && !field.getType().isPrimitive()
                            && !type.isHidden()) {
                        add(value(field, one));
                    }
                }
            }
        }
    }

    private static Object value(Field field, Object one) {
        try {
            field.setAccessible(true);
            return field.get(one);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
