package crosspike.report;

import crosspike.input.Dimension;
import crosspike.input.UserError;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where the values of a key lie on an axis: quantities where they are, in a unit that suits them all; words one after
 * another.
 */
final class VariedValues {
    private static final double LOGARITHMIC_FROM = 30; // largest over smallest

    private final List<String> texts;
    private final double[] positions;
    private final String unit;
    private final boolean areWords;

    private VariedValues(List<String> texts, double[] positions, String unit, boolean areWords) {
        this.texts = texts;
        this.positions = positions;
        this.unit = unit;
        this.areWords = areWords;
    }

    /** @param texts values as typed in YAML */
    static VariedValues of(List<String> texts) {
        for (Dimension dimension : Dimension.values()) {
            Optional<double[]> si = quantities(texts, dimension);
            if (si.isPresent()) {
                return quantities(texts, si.get(), dimension);
            }
        }
        double[] places = new double[texts.size()];
        Arrays.setAll(places, i -> i);
        return new VariedValues(texts, places, "", true);
    }

    private static VariedValues quantities(List<String> texts, double[] si, Dimension dimension) {
        Scale scale = switch (dimension) {
            case NONE -> new Scale("", 1);
            case FRACTION ->
                texts.stream().anyMatch(text -> text.endsWith("%")) ? new Scale("%", 0.01) : new Scale("", 1);
            case TEMPERATURE -> new Scale("K", 1);
            default ->
                Scale.of(Arrays.stream(si).boxed().toList(), dimension.format(1).substring("1 ".length()));
        };
        double[] positions =
                Arrays.stream(si).map(value -> value / scale.size()).toArray();
        return new VariedValues(texts, positions, scale.symbol(), false);
    }

    private static Optional<double[]> quantities(List<String> texts, Dimension dimension) {
        try {
            return Optional.of(texts.stream().mapToDouble(dimension::parse).toArray());
        } catch (UserError anotherDimension) {
            return Optional.empty();
        }
    }

    double position(int index) {
        return positions[index];
    }

    /** A position moved by a part of the length of the axis, so that what lies there does not cover something else. */
    double beside(int index, double part) {
        double smallest = smallest();
        double largest = largest();
        return isLogarithmic()
                ? positions[index] * Math.pow(largest / smallest, part)
                : positions[index] + part * (largest - smallest);
    }

    private boolean isLogarithmic() {
        return !areWords && smallest() > 0 && largest() >= LOGARITHMIC_FROM * smallest();
    }

    private double smallest() {
        return Arrays.stream(positions).min().orElse(0);
    }

    private double largest() {
        return Arrays.stream(positions).max().orElse(0);
    }

    /** The axis of a key. */
    Lines.Axis axis(String key) {
        Map<Double, String> ticks = new TreeMap<>();
        for (int i = 0; (areWords || isLogarithmic()) && i < positions.length; i++) {
            ticks.put(positions[i], areWords ? texts.get(i) : Scale.plain(positions[i]));
        }
        return new Lines.Axis(unit.isEmpty() ? key : key + " (" + unit + ")", isLogarithmic(), ticks);
    }
}
