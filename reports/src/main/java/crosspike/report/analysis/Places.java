package crosspike.report.analysis;

import crosspike.input.Dimension;
import crosspike.input.UserError;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where some values lie: quantities where they are, words one after another. */
public final class Places {
    private static final double FAR = 30; // largest over smallest of two values that are decades apart
    private static final double NEAR = 4; // of three or more, below which a linear scale shows them as well

    private final double[] si;
    private final Optional<Dimension> dimension;
    private final boolean isLogarithmic;

    private Places(double[] si, Optional<Dimension> dimension) {
        this.si = si;
        this.dimension = dimension;
        this.isLogarithmic = dimension.isPresent() && isGeometric(si);
    }

    /** @param texts values as typed in YAML */
    public static Places of(List<String> texts) {
        for (Dimension dimension : Dimension.values()) {
            Optional<double[]> si = quantities(texts, dimension);
            if (si.isPresent()) return new Places(si.get(), Optional.of(dimension));
        }
        double[] places = new double[texts.size()];
        Arrays.setAll(places, i -> i);
        return new Places(places, Optional.empty());
    }

    private static Optional<double[]> quantities(List<String> texts, Dimension dimension) {
        try {
            return Optional.of(texts.stream().mapToDouble(dimension::parse).toArray());
        } catch (UserError anotherDimension) {
            return Optional.empty();
        }
    }

    /** Two values far apart, or more whose ratios are more even than their differences. */
    private static boolean isGeometric(double[] si) {
        double[] sorted = Arrays.stream(si).sorted().distinct().toArray();
        if (sorted.length < 2 || sorted[0] <= 0) return false;
        double ratio = sorted[sorted.length - 1] / sorted[0];
        if (sorted.length == 2) return ratio >= FAR;
        double[] logarithms = Arrays.stream(sorted).map(Math::log).toArray();
        return ratio >= NEAR && unevenness(logarithms) < unevenness(sorted);
    }

    /** Longest gap over the mean gap. */
    private static double unevenness(double[] sorted) {
        double longest = 0;
        for (int i = 1; i < sorted.length; i++) longest = Math.max(longest, sorted[i] - sorted[i - 1]);
        return longest * (sorted.length - 1) / (sorted[sorted.length - 1] - sorted[0]);
    }

    /** A value in SI units; the number of a word, from 0. */
    public double si(int index) {
        return si[index];
    }

    /** Where a value lies on a scale that shows them all evenly. */
    public double onScale(int index) {
        return isLogarithmic ? Math.log10(si[index]) : si[index];
    }

    /** What the values measure; empty for words. */
    public Optional<Dimension> dimension() {
        return dimension;
    }

    /** Whether the values are spread geometrically. */
    public boolean isLogarithmic() {
        return isLogarithmic;
    }
}
