package crosspike.snn.lif;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * A kernel in Java's vector module: the state of four vectors of neurons stays in registers for all steps of a tile, so that
 * memory sees little but the rows of weights. Operations and their order are those of {@link PlainKernel}.
 */
final class VectorKernel implements MembraneKernel {
    private static final VectorSpecies<Float> SPECIES =
            FloatVector.SPECIES_PREFERRED.length() > GRAIN ? FloatVector.SPECIES_512 : FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int BLOCK = 4 * LANES;

    @Override
    public int advance(
            float[] v,
            float[] g,
            float[] vAfter,
            float[] gAfter,
            float[] threshold,
            Drive drive,
            Tile tile,
            int steps) {
        int end = steps;
        boolean fires = false;
        int n = v.length;
        for (int j = 0; j < n; j += BLOCK) {
            int begin = Math.min(j, n - BLOCK); // the last block overlaps; in and out are different arrays
            int done = block(v, g, vAfter, gAfter, threshold, drive, tile, end, begin);
            if (done < 0) {
                fires = true;
                if (-done < end) { // earlier blocks went too far
                    end = -done;
                    for (int again = 0; again < begin; again += BLOCK) {
                        block(v, g, vAfter, gAfter, threshold, drive, tile, end, again);
                    }
                }
            }
        }
        return fires ? -end : end;
    }

    private static int block(
            float[] v,
            float[] g,
            float[] vAfter,
            float[] gAfter,
            float[] threshold,
            Drive drive,
            Tile tile,
            int steps,
            int j) {
        float gain = tile.gain;
        float keep = tile.keep;
        boolean isBackward = tile.isBackward;
        float[][] rows = drive.rows();
        int[] numbers = drive.numbers();
        FloatVector v0 = FloatVector.fromArray(SPECIES, v, j);
        FloatVector v1 = FloatVector.fromArray(SPECIES, v, j + LANES);
        FloatVector v2 = FloatVector.fromArray(SPECIES, v, j + 2 * LANES);
        FloatVector v3 = FloatVector.fromArray(SPECIES, v, j + 3 * LANES);
        FloatVector g0 = FloatVector.fromArray(SPECIES, g, j);
        FloatVector g1 = FloatVector.fromArray(SPECIES, g, j + LANES);
        FloatVector g2 = FloatVector.fromArray(SPECIES, g, j + 2 * LANES);
        FloatVector g3 = FloatVector.fromArray(SPECIES, g, j + 3 * LANES);
        FloatVector t0 = FloatVector.fromArray(SPECIES, threshold, j);
        FloatVector t1 = FloatVector.fromArray(SPECIES, threshold, j + LANES);
        FloatVector t2 = FloatVector.fromArray(SPECIES, threshold, j + 2 * LANES);
        FloatVector t3 = FloatVector.fromArray(SPECIES, threshold, j + 3 * LANES);
        int to = drive.from(0);
        boolean fires = false;
        int s = 0;
        while (s < steps) {
            float leak = tile.leak[s];
            float offset = tile.offset[s];
            if (isBackward) {
                v0 = v0.add(offset).div(g0.mul(gain).add(leak));
                v1 = v1.add(offset).div(g1.mul(gain).add(leak));
                v2 = v2.add(offset).div(g2.mul(gain).add(leak));
                v3 = v3.add(offset).div(g3.mul(gain).add(leak));
            } else {
                v0 = v0.mul(g0.mul(-gain).add(leak)).add(offset);
                v1 = v1.mul(g1.mul(-gain).add(leak)).add(offset);
                v2 = v2.mul(g2.mul(-gain).add(leak)).add(offset);
                v3 = v3.mul(g3.mul(-gain).add(leak)).add(offset);
            }
            g0 = g0.mul(keep);
            g1 = g1.mul(keep);
            g2 = g2.mul(keep);
            g3 = g3.mul(keep);
            int from = to;
            to = drive.from(s + 1);
            if (from < to) {
                float[] first = rows[numbers[from]];
                FloatVector d0 = FloatVector.fromArray(SPECIES, first, j);
                FloatVector d1 = FloatVector.fromArray(SPECIES, first, j + LANES);
                FloatVector d2 = FloatVector.fromArray(SPECIES, first, j + 2 * LANES);
                FloatVector d3 = FloatVector.fromArray(SPECIES, first, j + 3 * LANES);
                for (int k = from + 1; k < to; k++) {
                    float[] row = rows[numbers[k]];
                    d0 = d0.add(FloatVector.fromArray(SPECIES, row, j));
                    d1 = d1.add(FloatVector.fromArray(SPECIES, row, j + LANES));
                    d2 = d2.add(FloatVector.fromArray(SPECIES, row, j + 2 * LANES));
                    d3 = d3.add(FloatVector.fromArray(SPECIES, row, j + 3 * LANES));
                }
                g0 = g0.add(d0);
                g1 = g1.add(d1);
                g2 = g2.add(d2);
                g3 = g3.add(d3);
            }
            s++;
            VectorMask<Float> above01 = v0.compare(VectorOperators.GT, t0).or(v1.compare(VectorOperators.GT, t1));
            VectorMask<Float> above23 = v2.compare(VectorOperators.GT, t2).or(v3.compare(VectorOperators.GT, t3));
            if (above01.or(above23).anyTrue()) {
                fires = true;
                break;
            }
        }
        v0.intoArray(vAfter, j);
        v1.intoArray(vAfter, j + LANES);
        v2.intoArray(vAfter, j + 2 * LANES);
        v3.intoArray(vAfter, j + 3 * LANES);
        g0.intoArray(gAfter, j);
        g1.intoArray(gAfter, j + LANES);
        g2.intoArray(gAfter, j + 2 * LANES);
        g3.intoArray(gAfter, j + 3 * LANES);
        return fires ? -s : s;
    }
}
