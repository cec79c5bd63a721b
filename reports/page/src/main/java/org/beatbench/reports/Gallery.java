package org.beatbench.reports;

import java.util.List;

/** Small figures side by side, as many in a row as fit. */
public record Gallery(List<Figure> figures) implements Block {

    public Gallery {
        figures = List.copyOf(figures);
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
        return visitor.gallery(this);
    }
}
