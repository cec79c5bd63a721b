package org.beatbench.deep.kernel;

import org.beatbench.deep.natives.NativeLibraries;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas;

/**
 * Matrix products of OpenBLAS, row-major, single precision, on the calling thread.
 *
 * <p>Products are cut along their rows so that rows × columns × depth stays below a million: up to there OpenBLAS multiplies
 * without packing the operands first, which is twice as fast for the shapes of these networks.
 */
final class Blas {

    private static final int LARGEST = 1_000_000;

    static {
        NativeLibraries.load();
    }

    private Blas() {}

    /**
     * C = op(A)·op(B) + beta·C, {@code rows × columns} over {@code depth}.
     *
     * @param transposed which of the operands stand transposed in memory
     * @param lda floats from one line of A to the next, as it stands in memory; likewise {@code ldb} and {@code ldc}
     */
    static void multiply(
            Transposed transposed,
            int rows,
            int columns,
            int depth,
            FloatPointer a,
            int lda,
            FloatPointer b,
            int ldb,
            float beta,
            FloatPointer c,
            int ldc) {
        long startA = a.position();
        long startC = c.position();
        int part = part(rows, columns, depth);
        for (int row = 0; row < rows; row += part) {
            openblas.cblas_sgemm(
                    openblas.CblasRowMajor,
                    transposed.a,
                    transposed.b,
                    Math.min(part, rows - row),
                    columns,
                    depth,
                    1f,
                    a.position(startA + (transposed == Transposed.A ? row : (long) row * lda)),
                    lda,
                    b,
                    ldb,
                    beta,
                    c.position(startC + (long) row * ldc),
                    ldc);
        }
        a.position(startA);
        c.position(startC);
    }

    /** Which operands of a product stand transposed in memory. */
    enum Transposed {
        NONE(openblas.CblasNoTrans, openblas.CblasNoTrans),
        A(openblas.CblasTrans, openblas.CblasNoTrans),
        B(openblas.CblasNoTrans, openblas.CblasTrans);

        private final int a;
        private final int b;

        Transposed(int a, int b) {
            this.a = a;
            this.b = b;
        }
    }

    /** C = Aᵀ·B + C with A {@code depth × rows}, B {@code depth × columns}: the sum over samples of a weight's gradient. */
    static void addTransposed(
            int rows,
            int columns,
            int depth,
            FloatPointer a,
            int lda,
            FloatPointer b,
            int ldb,
            FloatPointer c,
            int ldc) {
        long startA = a.position();
        long startB = b.position();
        int part = part(depth, rows, columns);
        for (int row = 0; row < depth; row += part) {
            openblas.cblas_sgemm(
                    openblas.CblasRowMajor,
                    openblas.CblasTrans,
                    openblas.CblasNoTrans,
                    rows,
                    columns,
                    Math.min(part, depth - row),
                    1f,
                    a.position(startA + (long) row * lda),
                    lda,
                    b.position(startB + (long) row * ldb),
                    ldb,
                    1f,
                    c,
                    ldc);
        }
        a.position(startA);
        b.position(startB);
    }

    /**
     * Adds the sums over rows of A, {@code rows × columns}, to {@code sums}.
     *
     * @param ones as many ones as there are rows
     */
    static void addColumnSums(int rows, int columns, FloatPointer a, FloatPointer ones, FloatPointer sums) {
        // a product of matrices, since that of a matrix and a vector asks for memory under a lock
        addTransposed(1, columns, rows, ones, 1, a, columns, sums, columns);
    }

    /** How many of {@code all} go into one product with the other two dimensions: equal parts, each below the limit. */
    private static int part(int all, int second, int third) {
        int most = Math.max(8, LARGEST / (second * third));
        int parts = (all + most - 1) / most;
        return (all + parts - 1) / parts;
    }
}
