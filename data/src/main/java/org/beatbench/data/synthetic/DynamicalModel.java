package org.beatbench.data.synthetic;

/**
 * The voltage of the dynamical ECG model of McSharry, Clifford, Tarassenko and Smith, A dynamical model for generating
 * synthetic electrocardiogram signals, IEEE Transactions on Biomedical Engineering 50(3):289-294 (2003),
 * doi:10.1109/TBME.2003.808805, equation 1:
 *
 * <pre>z' = − Σ aᵢ Δθᵢ exp(−Δθᵢ² / 2bᵢ²) − (z − z₀(t))</pre>
 *
 * On its limit cycle the phase θ advances evenly from one R peak to the next, at ω = 2π / RR. Events at a phase are
 * therefore events in time, with Δθ = ω Δt and b = ω σ; and if a wave is to be A millivolts high, then a = A ω / b², with
 * which a term becomes A Δt / σ² exp(−Δt² / 2σ²). So every beat can have waves of its own, and only z need be integrated,
 * here by the classical method of Runge and Kutta of fourth order, one step a sample.
 */
final class DynamicalModel {

    /** Beyond this many standard deviations a wave is below a ten-thousandth of its height. */
    private static final double REACH = 5;

    private final double rate;
    // At every sample and half-way between two: what the method asks for.
    private final double[] slopes;

    /**
     * @param samples how many to compute
     * @param rate samples a second
     */
    DynamicalModel(int samples, double rate) {
        this.rate = rate;
        this.slopes = new double[2 * samples];
    }

    /** Adds a wave of a beat whose R peak comes at this time in seconds. */
    void add(Wave wave, double peak) {
        double centre = peak + wave.delay();
        double step = 1 / (2 * rate);
        int first = Math.max(0, (int) Math.ceil((centre - REACH * wave.width()) / step));
        int last = Math.min(slopes.length - 1, (int) ((centre + REACH * wave.width()) / step));
        double square = wave.width() * wave.width();
        for (int i = first; i <= last; i++) {
            double distance = i * step - centre;
            slopes[i] -= wave.amplitude() * distance / square * StrictMath.exp(-distance * distance / (2 * square));
        }
    }

    /**
     * The voltage at every sample in millivolts.
     *
     * @param baseline z₀, at every sample
     */
    double[] voltage(double[] baseline) {
        double[] voltage = new double[slopes.length / 2];
        double h = 1 / rate;
        for (int i = 0; i + 1 < voltage.length; i++) {
            double z = voltage[i];
            double start = slopes[2 * i] + baseline[i];
            double middle = slopes[2 * i + 1] + (baseline[i] + baseline[i + 1]) / 2;
            double end = slopes[2 * i + 2] + baseline[i + 1];
            double k1 = start - z;
            double k2 = middle - (z + h / 2 * k1);
            double k3 = middle - (z + h / 2 * k2);
            double k4 = end - (z + h * k3);
            voltage[i + 1] = z + h / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
        }
        return voltage;
    }
}
