package crosspike.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.circuit.CostReport;
import crosspike.circuit.CostReport.Component;
import crosspike.circuit.CostReport.Spent;
import crosspike.circuit.technology.TechnologyLibrary;
import crosspike.crossbar.Activity;
import crosspike.crossbar.Energy;
import crosspike.experiment.CorePricing;
import crosspike.experiment.Trained;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.experiment.run.Phases;
import crosspike.experiment.run.RunResult;
import crosspike.input.Document;
import crosspike.input.RecordReader;
import java.awt.Color;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
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

    /** A component has its colour in every report, whatever other components there are. */
    @Test
    void everyComponentThereIsHasAColourOfItsOwn() {
        Set<String> components = new TreeSet<>();
        for (String keys : List.of(
                "synapse: {mapping: reference-column}",
                "circuit: {access: crosspoint, largest_rows: 100}",
                "pruning: {method: soft, fraction: 50 %, hardware: flag-device}")) {
            Document document = Document.parse("crosspike: 1\ndevice: {preset: epiram-choi2018}\n" + keys, "my.yaml");
            ExperimentConfig config = RecordReader.read(document, ExperimentConfig.class);
            Phases<Activity> activity = new Phases<>(Activity.NONE, Activity.NONE, Activity.NONE);
            Phases<Energy> energy = new Phases<>(Energy.NONE, Energy.NONE, Energy.NONE);
            Trained trained = new Trained(
                    new RunResult.Accuracy(0, 0, 0, 0), 1, 1, 1, 398, 500, 0, 0, 0, 0, List.of(), activity, energy);
            CostReport cost = CorePricing.of(config.resolved(), trained, TechnologyLibrary.shipped())
                    .report();
            cost.components().forEach(part -> components.add(part.name()));
        }
        assertEquals(15, components.size(), components.toString());
        Set<Color> colours = components.stream().map(Breakdown::colour).collect(Collectors.toSet());
        assertEquals(components.size(), colours.size());
        assertFalse(colours.contains(Style.OTHERS));
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
