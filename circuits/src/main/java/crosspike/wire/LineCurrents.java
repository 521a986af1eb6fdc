package crosspike.wire;

/**
 * The currents at the two ends of one line, from what its devices draw. Terminal currents by G·(V − v) would cancel for
 * ideal terminals; these follow from Kirchhoff's laws without a difference of close voltages.
 *
 * @param firstAmps into the line at its first node
 * @param lastAmps into the line at its last node
 */
record LineCurrents(double firstAmps, double lastAmps) {
    /** How many roundings of a voltage a ladder leaves between neighbours. */
    private static final int ROUNDINGS = 4;

    /**
     * @param drawnAmps what leaves each node into its device
     * @param ohms of the segments
     */
    static LineCurrents of(
            double[] drawnAmps, double[] ohms, double firstVolts, double firstOhms, double lastVolts, double lastOhms) {
        int nodes = drawnAmps.length;
        int fromFirst = firstOhms < Double.POSITIVE_INFINITY ? unbroken(ohms, 0, 1) : 0;
        int fromLast = lastOhms < Double.POSITIVE_INFINITY ? unbroken(ohms, ohms.length - 1, -1) : 0;
        if (fromFirst < nodes || fromLast < nodes) {
            return new LineCurrents(sum(drawnAmps, 0, fromFirst), sum(drawnAmps, nodes - fromLast, nodes));
        }
        // firstVolts − lastVolts = Σ resistance·current, where the current is that of the first end less what was drawn
        double volts = firstVolts - lastVolts;
        double total = firstOhms + lastOhms;
        double drawn = 0;
        for (int j = 0; j < nodes; j++) {
            drawn += drawnAmps[j];
            double r = j < nodes - 1 ? ohms[j] : lastOhms;
            volts += r * drawn;
            total += j < nodes - 1 ? r : 0;
        }
        double first = volts / total;
        return new LineCurrents(first, drawn - first);
    }

    /** How many nodes hang together from one end on. */
    private static int unbroken(double[] ohms, int from, int step) {
        int nodes = 1;
        for (int j = from; j >= 0 && j < ohms.length && ohms[j] < Double.POSITIVE_INFINITY; j += step) {
            nodes++;
        }
        return nodes;
    }

    private static double sum(double[] values, int from, int to) {
        double sum = 0;
        for (int j = from; j < to; j++) {
            sum += values[j];
        }
        return sum;
    }

    /**
     * Largest sum of currents at a node, in A, less what the rounding of its voltages explains. Nodes that 0 ohm joins are one,
     * and those at an ideal terminal have none.
     */
    static double residual(
            double[] volts,
            double[] drawnAmps,
            double[] ohms,
            double firstVolts,
            double firstOhms,
            double lastVolts,
            double lastOhms) {
        double largest = 0;
        boolean isIdeal = firstOhms == 0;
        double sum = isIdeal ? 0 : (firstVolts - volts[0]) / firstOhms;
        double rounding = isIdeal ? 0 : rounding(firstVolts, volts[0], firstOhms);
        for (int j = 0; j < ohms.length; j++) {
            sum -= drawnAmps[j];
            if (ohms[j] > 0) {
                double next = (volts[j] - volts[j + 1]) / ohms[j];
                double nextRounding = rounding(volts[j], volts[j + 1], ohms[j]);
                largest = isIdeal ? largest : Math.max(largest, Math.abs(sum - next) - rounding - nextRounding);
                isIdeal = false;
                sum = next;
                rounding = nextRounding;
            }
        }
        int last = ohms.length;
        sum -= drawnAmps[last];
        isIdeal |= lastOhms == 0;
        sum += isIdeal ? 0 : (lastVolts - volts[last]) / lastOhms;
        rounding += isIdeal ? 0 : rounding(lastVolts, volts[last], lastOhms);
        return isIdeal ? largest : Math.max(largest, Math.abs(sum) - rounding);
    }

    private static double rounding(double volts, double nextVolts, double ohms) {
        return ROUNDINGS * Math.ulp(Math.max(Math.abs(volts), Math.abs(nextVolts))) / ohms;
    }
}
