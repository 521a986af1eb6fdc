package crosspike.experiment;

import crosspike.circuit.CostReport.Spent;

/**
 * What a run costs with prune flags in one place, and how much more that is than without any. Figures are NaN where there is a
 * problem.
 *
 * @param hardware where the flags are, in words; {@code none} for nowhere
 * @param flagReads flags read in training; none where there are no flags
 * @param flagWrites flags written in training; none where there are no flags
 * @param areaSquareMetres area of the core
 * @param trainingEnergyJoules energy of the whole training
 * @param trainingLatencySeconds time of the whole training
 * @param inferenceEnergyPerImageJoules energy to classify one image; NaN without test images
 * @param inferenceLatencyPerImageSeconds time to classify one image; NaN without test images
 * @param areaOverhead area more than without flags, as a fraction of it; the other overheads likewise
 * @param trainingEnergyOverhead see {@code areaOverhead}
 * @param trainingLatencyOverhead see {@code areaOverhead}
 * @param inferenceEnergyOverhead see {@code areaOverhead}
 * @param inferenceLatencyOverhead see {@code areaOverhead}
 * @param problem why such flags cannot be built; empty if they can
 */
public record FlagPrice(
        String hardware,
        long flagReads,
        long flagWrites,
        double areaSquareMetres,
        double trainingEnergyJoules,
        double trainingLatencySeconds,
        double inferenceEnergyPerImageJoules,
        double inferenceLatencyPerImageSeconds,
        double areaOverhead,
        double trainingEnergyOverhead,
        double trainingLatencyOverhead,
        double inferenceEnergyOverhead,
        double inferenceLatencyOverhead,
        String problem) {

    static FlagPrice of(String hardware, long flagReads, long flagWrites, RunTotals with, RunTotals without) {
        Spent training = with.training();
        Spent inference = with.inferencePerImage();
        return new FlagPrice(
                hardware,
                flagReads,
                flagWrites,
                with.areaSquareMetres(),
                training.energyJoules(),
                training.latencySeconds(),
                inference.energyJoules(),
                inference.latencySeconds(),
                with.areaSquareMetres() / without.areaSquareMetres() - 1,
                training.energyJoules() / without.training().energyJoules() - 1,
                training.latencySeconds() / without.training().latencySeconds() - 1,
                inference.energyJoules() / without.inferencePerImage().energyJoules() - 1,
                inference.latencySeconds() / without.inferencePerImage().latencySeconds() - 1,
                "");
    }

    static FlagPrice impossible(String hardware, String problem) {
        double no = Double.NaN;
        return new FlagPrice(hardware, 0, 0, no, no, no, no, no, no, no, no, no, no, problem);
    }

    /** Whether such flags can be built. */
    public boolean possible() {
        return problem.isEmpty();
    }
}
