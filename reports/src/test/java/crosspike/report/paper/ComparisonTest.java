package crosspike.report.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.experiment.run.CsvFiles;
import crosspike.input.UserError;
import crosspike.report.analysis.Estimate;
import crosspike.report.paper.Comparison.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The verdict is computed from the numbers, never written down. */
class ComparisonTest {
    private static final Found NINETY = new Found("soft", "75 %", "%", Estimate.of(89, 91));

    private static Stated stated(String relation, Double value, Double within) {
        return new Stated("9b", "soft", "75 %", relation, value, "%", within, "words", "where");
    }

    private static Verdict verdict(String relation, double value, double within) {
        return Comparison.of(List.of(NINETY), List.of(stated(relation, value, within)))
                .get(0)
                .verdict();
    }

    @Test
    void aNumberAgreesWithinItsTolerance() {
        assertEquals(Verdict.AGREES, verdict("about", 91, 1));
        assertEquals(Verdict.DIFFERS, verdict("about", 91.5, 1));
        assertEquals(Verdict.AGREES, verdict("at-least", 89, 0));
        assertEquals(Verdict.DIFFERS, verdict("at-least", 90.5, 0.25));
        assertEquals(Verdict.AGREES, verdict("at-most", 90, 0));
        assertEquals(Verdict.DIFFERS, verdict("at-most", 89, 0.5));
    }

    /** 0.3 less 0.4 is −0.10000000000000003. */
    @Test
    void aNumberAtItsToleranceAgreesAsTheTableShowsIt() {
        Found found = new Found("soft", "75 %", "%", Estimate.of(100 * 0.003));
        Comparison one = Comparison.of(List.of(found), List.of(stated("about", 0.4, 0.1)))
                .get(0);
        assertEquals(-0.1, one.difference());
        assertEquals(Verdict.AGREES, one.verdict());
    }

    @Test
    void aDifferenceIsNotRoundedToTheToleranceThatItMisses() {
        Found found = new Found("soft", "75 %", "%", Estimate.of(92.50004));
        Stated said = stated("about", 90.0, 2.5);
        Comparison one = Comparison.of(List.of(found), List.of(said)).get(0);
        assertEquals(Verdict.DIFFERS, one.verdict());
        assertEquals("+2.50004", ReproductionPage.difference(one), "not +2.5 beside ± 2.5");
        Comparison far = Comparison.of(List.of(NINETY), List.of(stated("at-least", 93.0, 2.5)))
                .get(0);
        assertEquals("−3", ReproductionPage.difference(far));
        Comparison same = Comparison.of(List.of(NINETY), List.of(stated("about", 90.00001, 0.1)))
                .get(0);
        assertEquals("0", ReproductionPage.difference(same), "what a float leaves over");
    }

    @Test
    void wordsHaveNoVerdict() {
        Comparison said = Comparison.of(List.of(NINETY), List.of(stated("says", null, null)))
                .get(0);
        assertEquals(Verdict.NONE, said.verdict());
        assertTrue(Double.isNaN(said.difference()));
    }

    @Test
    void numbersInDifferentUnitsAreNotCompared() {
        Stated energy = new Stated("9b", "soft", "75 %", "about", 0.9, "mJ", 0.01, "", "");
        UserError error = assertThrows(UserError.class, () -> Comparison.of(List.of(NINETY), List.of(energy)));
        assertEquals(
                "stated.csv: the unit of soft at 75 % in figure 9b is mJ; expected %, in which it is found",
                error.getMessage());
        Stated unitless = new Stated("9b", "soft", "75 %", "about", 90.0, "", 1.0, "", "");
        assertEquals(
                Verdict.AGREES,
                Comparison.of(List.of(NINETY), List.of(unitless)).get(0).verdict());
    }

    @Test
    void whatOnlyOneSideHasIsListed() {
        Stated other = new Stated("9b", "pruning", "40 %", "about", 90.0, "%", 1.0, "", "");
        List<Comparison> all = Comparison.of(List.of(NINETY), List.of(other));
        assertEquals(
                List.of("soft", "pruning"), all.stream().map(Comparison::series).toList());
        assertEquals(Verdict.NONE, all.get(0).verdict());
        assertEquals(Verdict.NONE, all.get(1).verdict());
        assertEquals(2, Comparison.table(all).rows().size());
    }

    @Test
    void aLineOfStatedThatMakesNoSenseIsNamed() {
        String header = "figure,series,at,relation,value,unit,within,says,where\n";
        UserError error = assertThrows(
                UserError.class,
                () -> CsvFiles.read(Stated.class, header + "9b,soft,75 %,at-lest,90,%,1,,\n", "stated.csv"));
        assertEquals("stated.csv, line 2: relation is \"at-lest\"; did you mean at-least?", error.getMessage());
        assertThrows(
                UserError.class,
                () -> CsvFiles.read(Stated.class, header + "9b,soft,75 %,about,90,%,,,\n", "stated.csv"));
        assertThrows(
                UserError.class,
                () -> CsvFiles.read(Stated.class, header + "9b,soft,75 %,says,90,%,1,,\n", "stated.csv"));
    }
}
