package crosspike.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.circuit.CostReport;
import crosspike.circuit.CostReport.Component;
import crosspike.circuit.CostReport.Spent;
import crosspike.experiment.run.Phases;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BreakdownTest {
    private static final int COLOURS = Style.CATEGORIES.size();

    private static CostReport cost(int components) {
        SplittableRandom random = new SplittableRandom(components);
        return new CostReport(
                List.of(),
                IntStream.range(0, components)
                        .mapToObj(i -> new Component(
                                "part " + i,
                                random.nextDouble(),
                                Map.of(Phases.TRAINING, new Spent(random.nextDouble(), random.nextDouble()))))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 9, 10, 13, 40})
    void partsSumToTheTotalAndEachHasAColourOfItsOwn(int components) {
        CostReport cost = cost(components);
        Map<String, Double> parts = Breakdown.of(cost).parts(Component::areaSquareMetres);
        assertTrue(parts.size() <= COLOURS + 1, parts.toString());
        double sum = parts.values().stream().mapToDouble(Double::doubleValue).sum();
        assertEquals(cost.areaSquareMetres(), sum, 1e-13 * sum); // another order of summands
    }

    @Test
    void noColourIsGivenTwice() {
        long colours = IntStream.rangeClosed(0, COLOURS)
                .mapToObj(Style::category)
                .distinct()
                .count();
        assertEquals(COLOURS + 1, colours);
    }

    @Test
    void thePartThatMattersAnywhereIsNamed() {
        List<Component> parts = IntStream.range(0, 20)
                .mapToObj(i -> new Component(
                        "part " + i, i, Map.of(Phases.INFERENCE, new Spent(i == 0 ? 1 : 0, i == 1 ? 1 : 0))))
                .toList();
        Breakdown breakdown = Breakdown.of(new CostReport(List.of(), parts));
        assertTrue(breakdown.named().containsAll(List.of("part 0", "part 1", "part 19")), breakdown.named()::toString);
        assertEquals(List.of("part 2", "part 3"), breakdown.others().subList(0, 2));
        Map<String, Double> shown = breakdown.parts(Component::areaSquareMetres);
        assertEquals(2.0 + 3 + 4 + 5 + 6 + 7 + 8 + 9 + 10 + 11 + 12, shown.get("others (11)"));
    }

    @Test
    void aSinglePartTooManyKeepsItsName() {
        assertTrue(Breakdown.of(cost(COLOURS + 1)).parts(Component::areaSquareMetres).keySet().stream()
                .allMatch(name -> name.startsWith("part ")));
    }
}
