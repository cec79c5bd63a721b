package org.beatbench.deep.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.bytedeco.javacpp.FloatPointer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class BlasTest {

    private final Arena arena = new Arena();
    private final RandomBlocks random = new RandomBlocks(1);

    @AfterEach
    void giveBack() {
        arena.close();
    }

    static Stream<Arguments> products() {
        // the last ones are too large for one call
        int[][] sizes = {{1, 1, 1}, {3, 2, 5}, {7, 32, 160}, {999, 32, 160}, {187, 64, 320}, {9, 1500, 100}};
        return Arrays.stream(Blas.Transposed.values()).flatMap(transposed -> Arrays.stream(sizes)
                .map(size -> Arguments.of(transposed, size[0], size[1], size[2])));
    }

    @ParameterizedTest
    @MethodSource("products")
    void multiplies(Blas.Transposed transposed, int rows, int columns, int depth) {
        boolean columnsOfA = transposed == Blas.Transposed.A;
        boolean columnsOfB = transposed == Blas.Transposed.B;
        // lines in memory are longer than what is used of them
        int lda = (columnsOfA ? rows : depth) + 3;
        int ldb = (columnsOfB ? depth : columns) + 1;
        int ldc = columns + 2;
        float[] a = random.normal((columnsOfA ? depth : rows) * lda, 1);
        float[] b = random.normal((columnsOfB ? columns : depth) * ldb, 1);
        float[] c = random.normal(rows * ldc, 1);
        double[] right = RandomBlocks.wide(c);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                for (int k = 0; k < depth; k++) {
                    double left = columnsOfA ? a[k * lda + i] : a[i * lda + k];
                    right[i * ldc + j] += left * (columnsOfB ? b[j * ldb + k] : b[k * ldb + j]);
                }
            }
        }
        FloatPointer pointer = put(c);
        Blas.multiply(transposed, rows, columns, depth, put(a), lda, put(b), ldb, 1f, pointer, ldc);
        Closeness.assertClose("product", get(pointer, c.length), right, 1e-6);
    }

    @Test
    void forgetsWhatWasThereIfToldTo() {
        FloatPointer c = put(new float[] {Float.NaN});
        Blas.multiply(Blas.Transposed.NONE, 1, 1, 2, put(new float[] {2, 3}), 2, put(new float[] {5, 7}), 1, 0f, c, 1);
        assertThat(get(c, 1)).containsExactly(31);
    }

    @ParameterizedTest
    @CsvSource({"1,1,1", "3,2,5", "160,32,7", "160,32,999", "320,64,187"})
    void addsTransposedProducts(int rows, int columns, int depth) {
        int lda = rows + 3;
        float[] a = random.normal(depth * lda, 1);
        float[] b = random.normal(depth * columns, 1);
        float[] c = random.normal(rows * columns, 1);
        double[] right = RandomBlocks.wide(c);
        for (int k = 0; k < depth; k++) {
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < columns; j++) {
                    right[i * columns + j] += (double) a[k * lda + i] * b[k * columns + j];
                }
            }
        }
        FloatPointer pointer = put(c);
        Blas.addTransposed(rows, columns, depth, put(a), lda, put(b), columns, pointer, columns);
        Closeness.assertClose("sum", get(pointer, c.length), right, 1e-6);
    }

    @Test
    void leavesPointersWhereTheyWere() {
        FloatPointer a = put(random.normal(999 * 160, 1));
        FloatPointer c = put(new float[999 * 32]);
        long startA = a.position();
        long startC = c.position();
        FloatPointer b = put(random.normal(160 * 32, 1));
        Blas.multiply(Blas.Transposed.NONE, 999, 32, 160, a, 160, b, 32, 0f, c, 32);
        Blas.multiply(Blas.Transposed.A, 160, 32, 999, a, 160, c, 32, 0f, b, 32);
        Blas.addTransposed(160, 32, 999, a, 160, c, 32, b, 32);
        assertThat(a.position()).isEqualTo(startA);
        assertThat(c.position()).isEqualTo(startC);
    }

    @Test
    void addsColumnsUp() {
        FloatPointer sums = put(new float[] {100, 200});
        Blas.addColumnSums(3, 2, put(new float[] {1, 2, 3, 4, 5, 6}), put(new float[] {1, 1, 1}), sums);
        assertThat(get(sums, 2)).containsExactly(109, 212);
    }

    private FloatPointer put(float[] values) {
        FloatPointer pointer = arena.floats(values.length);
        pointer.put(values, 0, values.length);
        return pointer;
    }

    private static double[] get(FloatPointer pointer, int size) {
        float[] values = new float[size];
        pointer.get(values, 0, size);
        return RandomBlocks.wide(values);
    }
}
