package org.beatbench.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.FloatBuffer;
import java.nio.ReadOnlyBufferException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RowsTest {

    private final Rows rows = Rows.of(new float[] {1, 2, 3, 4, 5, 6}, 2);

    @Test
    void areCopiedInAndOut() {
        float[] values = {1, 2, 3, 4};
        Rows copy = Rows.of(values, 2);
        values[0] = 9;
        copy.toArray()[1] = 9;
        copy.row(1)[0] = 9;
        assertThat(copy).isEqualTo(Rows.of(new float[] {1, 2, 3, 4}, 2));
        assertThatThrownBy(() -> copy.buffer().put(0, 9)).isInstanceOf(ReadOnlyBufferException.class);
    }

    @Test
    void standOneAfterTheOther() {
        assertThat(rows.size()).isEqualTo(3);
        assertThat(rows.width()).isEqualTo(2);
        assertThat(rows.at(1, 0)).isEqualTo(3);
        assertThat(rows.row(2)).containsExactly(5, 6);
        float[] target = new float[4];
        rows.copyRow(0, target, 1);
        assertThat(target).containsExactly(0, 1, 2, 0);
    }

    @Test
    void areReadFromWhatRemainsInABuffer() {
        FloatBuffer buffer =
                FloatBuffer.wrap(new float[] {0, 1, 2, 3, 4, 0}).position(1).limit(5);
        assertThat(Rows.read(buffer, 2)).isEqualTo(Rows.of(new float[] {1, 2, 3, 4}, 2));
        assertThat(buffer.remaining()).isEqualTo(4);
    }

    @Test
    void areSelectedInTheOrderAsked() {
        assertThat(rows.select(Selection.of(2, 0, 2))).isEqualTo(Rows.of(new float[] {5, 6, 1, 2, 5, 6}, 2));
        assertThat(rows.select(Selection.of()).size()).isZero();
    }

    @Test
    void keepToTheirEdges() {
        assertThatThrownBy(() -> rows.at(3, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> rows.at(0, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> rows.at(1, -1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void mustBeWhole() {
        assertThatThrownBy(() -> Rows.of(new float[3], 2)).hasMessage("3 values do not make rows of width 2");
        assertThatThrownBy(() -> Rows.of(new float[0], 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Rows.builder(2).add(new float[3])).hasMessage("a row must have 2 values: 3");
        assertThatThrownBy(() -> Rows.builder(0)).hasMessage("width must be at least 1: 0");
    }

    @Test
    void areEqualBitByBit() {
        assertThat(Rows.of(new float[] {Float.NaN}, 1)).isEqualTo(Rows.of(new float[] {Float.NaN}, 1));
        assertThat(Rows.of(new float[] {0f}, 1)).isNotEqualTo(Rows.of(new float[] {-0f}, 1));
        assertThat(Rows.of(new float[4], 2))
                .isNotEqualTo(Rows.of(new float[4], 4))
                .hasSameHashCodeAs(Rows.of(new float[4], 2));
    }

    @Test
    void areWhatTheyWereWhenBuiltThoughRowsFollow() {
        Rows.Builder builder = Rows.builder(2, 2).add(new float[] {1, 2}).add(new float[] {3, 4});
        Rows two = builder.build();
        Rows three = builder.add(new float[] {5, 6}).build();
        builder.add(new float[] {7, 8});

        assertThat(two).isEqualTo(Rows.of(new float[] {1, 2, 3, 4}, 2));
        assertThat(three).isEqualTo(rows);
        assertThat(Rows.builder(2, 9).add(new float[] {1, 2}).build()).isEqualTo(Rows.of(new float[] {1, 2}, 2));
    }

    @Property(tries = 50, seed = "1")
    void growRowByRow(@ForAll List<@IntRange(max = 9) Integer> values, @ForAll @IntRange(min = 1, max = 4) int width) {
        Rows.Builder builder = Rows.builder(width);
        for (int value : values) {
            float[] row = new float[width];
            row[width - 1] = value;
            builder.add(row);
        }
        Rows grown = builder.build();
        assertThat(grown.size()).isEqualTo(values.size());
        for (int i = 0; i < values.size(); i++) {
            assertThat(grown.at(i, width - 1)).isEqualTo(values.get(i).floatValue());
        }
    }
}
