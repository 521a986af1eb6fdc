package crosspike.snn.wta;

import crosspike.snn.Require;
import java.util.Arrays;

/**
 * Shi 2019, Eq. 3: rows that spiked within the window are potentiated by {@code (d/n)·a·e^(−b(w+1))}, all others depressed
 * by {@code (p/n)·c}, where p rows spiked, d = n − p did not. The factors d/n and p/n keep the sum of the weights near
 * constant; without them the network does not learn. No weight is asked to leave [−1, 1], so a cell at the end of its range
 * gets no pulse; with b = 0 the rule does not look at the weights and leaves that to the cells.
 *
 * @param a largest potentiation, greater than 0
 * @param b how fast potentiation falls with the weight, 0 to 16; 0 is the same for all weights
 * @param c depression, at least 0
 */
public record ExponentialStdp(double a, double b, double c) implements StdpRule {
    public ExponentialStdp {
        Require.that(a > 0 && a <= 2, "STDP parameter a", a, "more than 0 and at most 2");
        Require.that(b >= 0 && b <= 16, "STDP parameter b", b, "0 to 16");
        Require.that(c >= 0 && c <= 2, "STDP parameter c", c, "0 to 2");
    }

    @Override
    public boolean readsWeights() {
        return b > 0;
    }

    @Override
    public void changes(
            float[] weights, int[] activeRows, int active, int[] sinceMs, float[] changes, float[] scratch) {
        int n = changes.length;
        float potentiation = (float) (a * (n - active) / n);
        float depression = (float) (-c * active / n);
        if (b == 0) {
            Arrays.fill(changes, depression);
            for (int i = 0; i < active; i++) {
                changes[activeRows[i]] = potentiation;
            }
            return;
        }
        for (int i = 0; i < active; i++) {
            changes[i] = Math.max(-1f, weights[activeRows[i]]); // of rows that are active, until all are known
        }
        Exponential.of(changes, -1f, (float) -b, scratch, active);
        for (int i = 0; i < n; i++) {
            changes[i] = Math.min(0f, Math.max(depression, -1f - weights[i]));
        }
        for (int i = 0; i < active; i++) {
            int row = activeRows[i];
            float most = 1f - weights[row];
            float change = potentiation * scratch[i];
            changes[row] = change < most ? change : Math.max(0f, most); // few are at their end: easy to predict
        }
    }
}
