package crosspike.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reproduction on a few of the bundled digits: the machinery of the real one. */
class ReproduceCommandTest {
    @TempDir
    static Path folder;

    private static Shell shell;
    private static Shell.Result first;

    @BeforeAll
    static void run() throws IOException {
        shell = Shell.in(folder, Map.of());
        first = tiny("--figure", "8a", "--seeds", "2", "--out", "shi");
    }

    @AfterAll
    static void close() throws IOException {
        shell.close();
    }

    private static Shell.Result tiny(String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("reproduce", "shi2019"));
        Stream.of("data.set=digits", "data.training=40", "data.labelling=40", "data.test=20", "network.outputs=8")
                .forEach(setting -> arguments.addAll(List.of("--set", setting)));
        arguments.addAll(List.of(more));
        return shell.run(arguments.toArray(String[]::new));
    }

    private static String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    @Test
    void drawsTheFigureAndSaysWhereThePageIs() throws IOException {
        assertEquals(0, first.exitCode(), first.err());
        assertEquals(Path.of("shi", "report.html").toString(), first.out().strip());
        for (String type : List.of("png", "svg", "csv")) {
            assertTrue(Files.size(folder.resolve("shi/plots/figure-8a." + type)) > 0, type);
        }
    }

    @Test
    void theTableHoldsOursThePapersAndTheDifference() throws IOException {
        List<String> lines = read("shi/plots/figure-8a.csv").lines().toList();
        assertTrue(lines.get(0).startsWith("series,at,unit,n,ours,sd,"), lines.get(0));
        String atThree = lines.stream()
                .filter(line -> line.startsWith("Z vote,3,"))
                .findFirst()
                .orElseThrow();
        String[] cells = atThree.split(",");
        assertEquals("2", cells[3], "two seeds");
        double ours = Double.parseDouble(cells[4]);
        assertEquals(94, Double.parseDouble(cells[9]), "section Results and Discussion: about 94 % after three epochs");
        assertEquals(ours - 94, Double.parseDouble(cells[11]), 1e-9); // rounding to ten digits
        assertEquals("differs", cells[12], "eight neurons cannot tell ten digits");
    }

    @Test
    void thePageSaysThatThisIsNotThePapersNetworkAndHowToGoOn() throws IOException {
        String page = read("shi/report.html");
        assertTrue(page.contains("Shortened or changed: --set data.set"), "changed settings");
        assertTrue(page.contains("10.3389/fnins.2019.00405"), "reference");
        assertTrue(page.contains("<svg"), "the figure is inside");
        assertTrue(
                page.contains("--set network.outputs=8 --seeds 2 --out shi --figure 9b"), "how to run what is missing");
    }

    @Test
    void whatIsFinishedIsNotTrainedAgain() throws IOException {
        byte[] before = Files.readAllBytes(folder.resolve("shi/sweeps/epochs/points/all.jsonl"));
        Shell.Result again = tiny("--figure", "8a", "--seeds", "2", "--out", "shi");
        assertTrue(again.err().contains("epochs: 14 points, 14 of them finished before"), again.err());
        assertEquals(before.length, Files.size(folder.resolve("shi/sweeps/epochs/points/all.jsonl")));
    }

    @Test
    void trainingsThatAnotherFigureHasDoneAreTakenOver() throws IOException {
        tiny("--figure", "8c", "--seeds", "1", "--set", "learning.epochs=1", "--out", "shared");
        tiny("--figure", "8a", "--seeds", "1", "--set", "learning.epochs=1", "--out", "shared");
        // 8a varies epochs with 8 outputs; 8c varies outputs with 1 epoch: nothing in common
        assertEquals(0, common("shared/sweeps/outputs", "shared/sweeps/epochs"));
        tiny("--figure", "8a", "--seeds", "1", "--set", "network.outputs=100", "--out", "shared");
        assertEquals(1, common("shared/sweeps/outputs", "shared/sweeps/epochs"), "100 outputs, 1 epoch");
    }

    private static long common(String one, String other) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(one).resolve("trainings"))) {
            return files.map(Path::getFileName)
                    .filter(name -> Files.exists(
                            folder.resolve(other).resolve("trainings").resolve(name)))
                    .count();
        }
    }

    @Test
    void partsOnSeveralMachinesMakeTheSameTable() throws IOException {
        assertEquals(
                0,
                tiny("--figure", "8a", "--seeds", "2", "--shard", "1/2", "--out", "parts")
                        .exitCode());
        assertFalse(Files.exists(folder.resolve("parts/report.html")), "a part draws nothing");
        assertEquals(
                0,
                tiny("--figure", "8a", "--seeds", "2", "--shard", "2/2", "--out", "parts")
                        .exitCode());
        Shell.Result drawn = tiny("--figure", "8a", "--seeds", "2", "--out", "parts");
        assertTrue(drawn.err().contains("14 of them finished before"), drawn.err());
        assertEquals(read("shi/plots/figure-8a.csv"), read("parts/plots/figure-8a.csv"));
    }

    /** Every other page of the reproduction is worth having. */
    @Test
    void aFigureWhosePointsAllFailedDoesNotTakeTheOthersWithIt() throws IOException {
        Shell.Result failed = tiny("--figure", "8a", "--set", "circuit.node=1 nm", "--seeds", "1", "--out", "failed");
        assertEquals(Main.CHECK_FAILED, failed.exitCode(), failed.err());
        String page = read("failed/report.html");
        assertTrue(page.contains("7 points of its sweeps failed; it cannot be drawn without them."), page);
    }

    /** Forty images are too few for the short training of Figure 7; the weights of a long one are others. */
    @Test
    void aLongTrainingDoesNotStandInForAShortOneThatFailed() throws IOException {
        Shell.Result failed = tiny("--figure", "7", "--seeds", "1", "--out", "short");
        assertEquals(Main.CHECK_FAILED, failed.exitCode(), failed.err());
        String page = read("short/report.html");
        assertTrue(page.contains("1 point of its sweeps failed; it cannot be drawn without them."), page);
    }

    @Test
    void whyPointsFailedIsToldOnceOnTheConsoleAndOnThePage() throws IOException {
        Shell.Result failed = tiny("--figure", "8a", "--set", "data.held_out=9990", "--seeds", "1", "--out", "reason");
        String why =
                "data.training is 40, but 10 of the 10000 images of digits training are left beside data.held_out 9990;"
                        + " expected at most that many, or a smaller data.held_out";
        assertTrue(failed.err().contains("epochs: failed 7 of 7 points; the first: " + why), failed.err());
        String page = read("reason/report.html");
        assertEquals(2, page.split(why, -1).length, "once");
        assertTrue(page.contains("<li>7 points: " + why), page);
    }

    @Test
    void theFolderOfAnotherPaperIsLeftAlone() throws IOException {
        String before = read("shi/report.html");
        Shell.Result other = shell.run("reproduce", "guo2020", "--figure", "table5", "--out", "shi");
        assertEquals(
                "error: shi has the sweeps of something else (epochs); choose another --out for guo2020",
                other.err().strip());
        assertEquals(2, other.exitCode());
        assertEquals(before, read("shi/report.html"));
        Path shared = folder.resolve("shi/sweeps/weights"); // the name of a plan of both papers
        Files.createDirectory(shared);
        Shell.Result rathi = shell.run("reproduce", "rathi2018", "--figure", "3", "--out", "shi");
        Files.delete(shared);
        assertEquals(
                "error: shi has the sweeps of something else (epochs, ...); choose another --out for rathi2018",
                rathi.err().strip());
        assertEquals(before, read("shi/report.html"));
    }

    @Test
    void picturesOfOtherSettingsDoNotStayBesideThePage() throws IOException {
        tiny("--figure", "8a,3", "--seeds", "1", "--out", "settings");
        List<String> mine = List.of("settings/plots/notes.txt", "settings/plots/figure-8a-marked.png");
        for (String file : mine) Files.writeString(folder.resolve(file), "mine");
        Shell.Result other = tiny("--figure", "3", "--seeds", "1", "--set", "learning.a=0.05", "--out", "settings");
        assertEquals(0, other.exitCode(), other.err());
        assertTrue(read("settings/report.html").contains("--figure 8a"), "not run yet with these settings");
        assertFalse(Files.exists(folder.resolve("settings/plots/figure-8a.png")));
        assertTrue(Files.exists(folder.resolve("settings/plots/figure-3.csv")));
        for (String file : mine) assertEquals("mine", read(file));
        tiny("--figure", "8a", "--seeds", "1", "--out", "settings");
        assertTrue(Files.exists(folder.resolve("settings/plots/figure-8a.png")), "its trainings were kept");
    }

    @Test
    void filesOfSomebodyElseAreLeftAlone() throws IOException {
        Files.createDirectories(folder.resolve("mine"));
        Files.writeString(folder.resolve("mine/report.html"), "precious");
        Shell.Result refused = tiny("--figure", "3", "--out", "mine");
        assertEquals(
                "error: mine exists and is no reproduction that could go on; choose another --out or remove it",
                refused.err().strip());
        assertEquals("precious", read("mine/report.html"));
        assertEquals(
                "error: mine/report.html exists and is no reproduction that could go on; choose another --out or remove it",
                tiny("--figure", "3", "--out", "mine/report.html").err().strip());
    }

    @Test
    void aMistakeInASettingIsToldBeforeAnythingIsTrained() throws IOException {
        Shell.Result refused = tiny("--figure", "8a", "--set", "learning.a=-1", "--out", "refused");
        assertEquals(2, refused.exitCode());
        assertTrue(refused.err().contains("learning.a (--set learning.a) is -1"), refused.err());
        assertFalse(Files.exists(folder.resolve("refused")));
    }

    @Test
    void aSettingThatThePlansVaryThemselvesIsSaidToChangeNothing() throws IOException {
        Shell.Result dry = tiny("--figure", "8c", "--dry-run", "--set", "seed=5");
        assertEquals(
                "note: --set network.outputs changes nothing, because the plans vary it",
                dry.err().strip());
        assertEquals("", tiny("--figure", "8a", "--figure", "8c", "--dry-run").err());
    }

    @Test
    void withoutAPaperItListsThem() throws IOException {
        assertTrue(shell.run("reproduce").out().lines().anyMatch(line -> line.matches("shi2019 +.*8a.*9b.*")));
    }

    @Test
    void jobsAreCheckedBeforeAnythingIsEstimatedOrRead() throws IOException {
        Shell.Result refused = tiny("--figure", "3", "--jobs", "0", "--dry-run");
        assertEquals(2, refused.exitCode());
        assertEquals("error: --jobs is 0; expected 1 to 1024", refused.err().strip());
        assertEquals("", refused.out());
    }

    @Test
    void namesOfFiguresAreNotEmpty() throws IOException {
        for (String typed : List.of("", ",", "8a,", ",8a", "8a,,8c")) {
            Shell.Result refused = tiny("--figure", typed, "--dry-run");
            assertEquals(2, refused.exitCode(), typed);
            assertTrue(
                    refused.err()
                            .startsWith(
                                    "error: --figure is \"" + typed
                                            + "\"; expected names with commas between them, such as 9b,table2; shi2019 has 2, "),
                    refused.err());
        }
        assertEquals(0, tiny("--figure", "8a, 8c", "--figure", "3", "--dry-run").exitCode());
    }

    @Test
    void aFigureWithoutALetterIsAllItsParts() throws IOException {
        String parts = tiny("--figure", "8a,8b,8c", "--dry-run").out();
        for (String typed : List.of("8", "fig8", "Figure 8")) {
            Shell.Result whole = tiny("--figure", typed, "--dry-run");
            assertEquals(0, whole.exitCode(), whole.err());
            assertEquals(plans(parts), plans(whole.out()), typed);
        }
        assertEquals(2, tiny("--figure", "1", "--dry-run").exitCode(), "11b is no part of 1");
        assertEquals(2, tiny("--figure", "table", "--dry-run").exitCode(), "neither is table2 a part of a figure");
    }

    private static List<String> plans(String table) {
        return table.lines().map(line -> line.split(" ")[0]).toList();
    }

    @Test
    void namesThatAreNearlyRightAreSuggested() throws IOException {
        assertEquals(
                "error: there is no paper shi2091; did you mean shi2019?",
                shell.run("reproduce", "shi2091").err().strip());
        Shell.Result figure = shell.run("reproduce", "shi2019", "--figure", "9bb");
        assertEquals(2, figure.exitCode());
        assertTrue(figure.err().startsWith("error: --figure is 9bb; did you mean 9b? shi2019 has "), figure.err());
        assertTrue(shell.run("reproduce", "shi2019", "--set", "data.sett=digits", "--figure", "8a")
                .err()
                .contains("did you mean data.set?"));
        String set = shell.run("reproduce", "shi2019", "--set", "data.set=mnits", "--figure", "8a", "--dry-run")
                .err()
                .strip();
        assertTrue(set.startsWith("error: data.set ("), set);
        assertTrue(set.contains("data set \"mnits\" is unknown"), set);
        assertTrue(set.endsWith("did you mean mnist?"), set);
    }
}
