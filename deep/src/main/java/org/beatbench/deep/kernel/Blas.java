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

    /** C = A·B + beta·C with A {@code rows × depth}, B {@code depth × columns}; lines are {@code lda}, {@code ldb}, {@code ldc} apart. */
    static void multiply(
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
        int most = most(columns, depth);
        if (rows <= most) {
            gemm(openblas.CblasNoTrans, openblas.CblasNoTrans, rows, columns, depth, a, lda, b, ldb, beta, c, ldc);
            return;
        }
        long startA = a.position();
        long startC = c.position();
        int part = part(rows, most);
        for (int row = 0; row < rows; row += part) {
            gemm(
                    openblas.CblasNoTrans,
                    openblas.CblasNoTrans,
                    Math.min(part, rows - row),
                    columns,
                    depth,
                    a.position(startA + (long) row * lda),
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
        int most = most(rows, columns);
        if (depth <= most) {
            gemm(openblas.CblasTrans, openblas.CblasNoTrans, rows, columns, depth, a, lda, b, ldb, 1f, c, ldc);
            return;
        }
        long startA = a.position();
        long startB = b.position();
        int part = part(depth, most);
        for (int row = 0; row < depth; row += part) {
            gemm(
                    openblas.CblasTrans,
                    openblas.CblasNoTrans,
                    rows,
                    columns,
                    Math.min(part, depth - row),
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

    /** Any other product; see the parameters of cblas_sgemm. */
    static void gemm(
            int transposeA,
            int transposeB,
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
        openblas.cblas_sgemm(
                openblas.CblasRowMajor, transposeA, transposeB, rows, columns, depth, 1f, a, lda, b, ldb, beta, c, ldc);
    }

    /**
     * Adds the sums over rows of A, {@code rows × columns}, to {@code sums}.
     *
     * @param ones as many ones as there are rows
     */
    static void addColumnSums(int rows, int columns, FloatPointer a, FloatPointer ones, FloatPointer sums) {
        // a product of matrices, since that of a matrix and a vector asks for memory under a lock
        int most = most(1, columns);
        long start = a.position();
        for (int row = 0; row < rows; row += most) {
            gemm(
                    openblas.CblasNoTrans,
                    openblas.CblasNoTrans,
                    1,
                    columns,
                    Math.min(most, rows - row),
                    ones,
                    rows,
                    a.position(start + (long) row * columns),
                    columns,
                    1f,
                    sums,
                    columns);
        }
        a.position(start);
    }

    private static int most(int columns, int depth) {
        return Math.max(8, LARGEST / (columns * depth));
    }

    private static int part(int rows, int most) {
        int parts = (rows + most - 1) / most;
        return (rows + parts - 1) / parts;
    }
}
