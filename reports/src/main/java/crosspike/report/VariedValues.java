package crosspike.report;

import crosspike.input.Dimension;
import crosspike.report.analysis.Places;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the values of a key lie on an axis: quantities where they are, in a unit that suits them all; words one after
 * another.
 */
final class VariedValues {
    private static final int MOST_TICKS = 14;
    private static final double AXIS = 390; // CSS pixels between the outermost values in a chart of half the width
    private static final double GAP = 6; // between two texts

    private final List<String> texts;
    private final double[] positions;
    private final String unit;
    private final Places places;

    private VariedValues(List<String> texts, double[] positions, String unit, Places places) {
        this.texts = texts;
        this.positions = positions;
        this.unit = unit;
        this.places = places;
    }

    /** @param texts values as typed in YAML */
    static VariedValues of(List<String> texts) {
        Places places = Places.of(texts);
        double[] si = new double[texts.size()];
        Arrays.setAll(si, places::si);
        Scale scale =
                places.dimension().map(dimension -> scale(texts, si, dimension)).orElse(new Scale("", 1));
        double[] positions =
                Arrays.stream(si).map(value -> value / scale.size()).toArray();
        return new VariedValues(texts, positions, scale.symbol(), places);
    }

    private static Scale scale(List<String> texts, double[] si, Dimension dimension) {
        return switch (dimension) {
            case NONE -> new Scale("", 1);
            case FRACTION ->
                texts.stream().anyMatch(text -> text.endsWith("%")) ? new Scale("%", 0.01) : new Scale("", 1);
            case TEMPERATURE -> new Scale("K", 1);
            default ->
                Scale.of(Arrays.stream(si).boxed().toList(), dimension.format(1).substring("1 ".length()));
        };
    }

    /** Whether the values are words, or lists of values, which have no place but one after another. */
    boolean areWords() {
        return places.dimension().isEmpty();
    }

    double position(int index) {
        return positions[index];
    }

    /** A position moved by a part of the length of the axis, so that what lies there does not cover something else. */
    double beside(int index, double part) {
        double smallest = smallest();
        double largest = largest();
        return places.isLogarithmic()
                ? positions[index] * Math.pow(largest / smallest, part)
                : positions[index] + part * (largest - smallest);
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
        if (places.isLogarithmic() && positions.length > MOST_TICKS) ticks.putAll(Lines.decades(smallest(), largest()));
        boolean isMarked = areWords()
                || places.isLogarithmic() && positions.length <= MOST_TICKS
                || smallest() == largest(); // round numbers around one value mean nothing
        for (int i = 0; isMarked && i < positions.length; i++) {
            ticks.put(positions[i], areWords() ? texts.get(i) : Scale.plain(positions[i]));
        }
        if (places.isLogarithmic() && isMarked) keepApart(ticks);
        return new Lines.Axis(unit.isEmpty() ? key : key + " (" + unit + ")", places.isLogarithmic(), ticks);
    }

    /** Leaves out marks of a logarithmic axis whose text would touch the one before it, or the last one. */
    private void keepApart(Map<Double, String> ticks) {
        List<Double> marks = List.copyOf(ticks.keySet());
        double last = Double.NEGATIVE_INFINITY;
        double end = left(marks.get(marks.size() - 1), ticks) - GAP;
        for (double mark : marks.subList(0, marks.size() - 1)) {
            double left = left(mark, ticks);
            double right = left + Style.widthOf(ticks.get(mark), Style.TEXT);
            if (left < last + GAP || right > end) {
                ticks.remove(mark);
            } else {
                last = right;
            }
        }
    }

    /** Where the text of a mark begins on the axis, in CSS pixels. */
    private double left(double mark, Map<Double, String> ticks) {
        double place = AXIS * Math.log(mark / smallest()) / Math.log(largest() / smallest());
        return place - Style.widthOf(ticks.get(mark), Style.TEXT) / 2;
    }
}
