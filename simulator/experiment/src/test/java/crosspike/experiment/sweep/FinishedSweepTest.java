package crosspike.experiment.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.experiment.sweep.plan.Sweep;
import crosspike.input.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FinishedSweepTest {
    private static final String PLAN = """
            sweep: 1
            base: {crosspike: 1}
            axes:
            - {key: device.levels, values: [2, 4]}
            record: [accuracy_z, area_m2]
            """;
    private static final String TABLE = """
            point,device.levels,id,training,accuracy_z,area_m2,error
            1,2,00,aa,0.5,1.0E-9,
            2,4,01,ab,,,"no, sorry"
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("sweep.yaml"), PLAN);
        Files.writeString(folder.resolve("sweep.csv"), TABLE);
    }

    @Test
    void rowsHaveFiguresOrAnError() {
        assertEquals(
                List.of(
                        new FinishedSweep.Row(0, List.of("2"), "00", "aa", List.of(0.5, 1e-9), ""),
                        new FinishedSweep.Row(1, List.of("4"), "01", "ab", List.of(), "no, sorry")),
                FinishedSweep.open(folder).rows());
    }

    @Test
    void anUnfinishedSweepIsRefusedWithWhatToDo() throws IOException {
        Files.delete(folder.resolve("sweep.csv"));
        assertEquals(
                folder + " is not finished: 0 of 2 points are there; to go on: crosspike sweep "
                        + folder.resolve("sweep.yaml") + " --out " + folder,
                refusal());
    }

    @Test
    void aTableOfAnotherPlanIsRefused() throws IOException {
        Files.writeString(folder.resolve("sweep.yaml"), PLAN.replace("[2, 4]", "[2, 8]"));
        assertTrue(refusal().contains("sweep.csv is not the table of the 2 points of sweep.yaml beside it"));
        Files.writeString(folder.resolve("sweep.yaml"), PLAN.replace("[2, 4]", "[2, 4, 8]"));
        assertTrue(refusal().contains("is not the table of the 3 points"));
    }

    @Test
    void aFigureThatIsNoNumberIsNamed() throws IOException {
        Files.writeString(folder.resolve("sweep.csv"), TABLE.replace("0.5", "half"));
        assertTrue(refusal().contains("sweep.csv, line 2 has a figure that is no number"));
    }

    @Test
    void aRowThatIsCutOffIsNamed() throws IOException {
        Files.writeString(folder.resolve("sweep.csv"), TABLE.replace(",1.0E-9,", ""));
        assertTrue(refusal().contains("sweep.csv cannot be read: Record 2 has 5 fields"), refusal());
    }

    @Test
    void whatIsNoTableIsRefused() throws IOException {
        for (String text : List.of("", "point,id", "id,training\n1,2", "a,b,c\n1,2,3\n")) {
            Files.writeString(folder.resolve("sweep.csv"), text);
            assertTrue(refusal().contains("sweep.csv is no table of a sweep; remove the file"), refusal());
        }
    }

    @Test
    void aFolderWithoutAPlanIsNoSweep() throws IOException {
        Files.delete(folder.resolve("sweep.yaml"));
        assertEquals(folder + " has no sweep.yaml; expected a sweep made by: crosspike sweep PLAN", refusal());
    }

    /** The points are the same, but the table has other columns than the plan has by now. */
    @Test
    void aTableOfAnOlderPlanIsNotFinished() throws IOException {
        Path file = folder.resolve("sweep.yaml");
        Sweep plan = Sweep.read(file);
        Census census = Census.of(Sweep.standing(plan.plan().toYaml()));
        Files.writeString(
                folder.resolve("sweep.csv"),
                TABLE.replace(",00,", "," + Identity.text(census.point(0)) + ",")
                        .replace(",01,", "," + Identity.text(census.point(1)) + ","));
        assertTrue(FinishedSweep.ofPoints(plan, folder).isPresent());
        Path newer = folder.resolve("newer.yaml");
        Files.writeString(
                newer,
                PLAN.replace(
                        "{key: device.levels, values: [2, 4]}",
                        "{name: cells, variants: {two: {device.levels: 2}, four: {device.levels: 4}}}"));
        assertEquals(Optional.empty(), FinishedSweep.ofPoints(Sweep.read(newer), folder));
    }

    private String refusal() {
        return assertThrows(UserError.class, () -> FinishedSweep.open(folder)).getMessage();
    }
}
