package crosspike.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.wire.CrossbarCircuit;
import crosspike.wire.Devices;
import crosspike.wire.Drive;
import crosspike.wire.IrDrop;
import crosspike.wire.Wires;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WirePlotsTest {
    @TempDir
    Path folder;

    @Test
    void aReadHasMapsAndAHistogramAndTheSameTwice() throws IOException {
        Map<String, IrDrop> reads = Map.of("case-0", read(new double[] {0.5, 0, 0.5}));
        List<Path> files = WirePlots.write(reads, folder.resolve("first"));
        assertEquals(
                List.of("case-0-ir-drop.png", "case-0-ir-drop.svg", "case-0-disturb.png", "case-0-disturb.svg"),
                files.stream().map(file -> file.getFileName().toString()).toList());
        for (Path file : WirePlots.write(reads, folder.resolve("second"))) {
            assertArrayEquals(
                    Files.readAllBytes(folder.resolve("first").resolve(file.getFileName())), Files.readAllBytes(file));
        }
        String svg = Files.readString(files.get(1));
        assertTrue(svg.contains("word lines") && svg.contains("voltage lost before the cell") && svg.contains(" mV"));
        assertTrue(Files.readString(files.get(3)).contains("voltage across a cell that is not selected"));
    }

    @Test
    void losslessCellsAreLightAndTheWorstAreDark() throws IOException {
        WirePlots.write(Map.of("read", read(new double[] {0.5, 0.5, 0.5})), folder);
        BufferedImage image = ImageIO.read(folder.resolve("read-ir-drop.png").toFile());
        int right = image.getWidth() - 20;
        int left = image.getWidth() - 600;
        int top = 2 * 30 + 10;
        int bottom = image.getHeight() - 2 * 66 - 10;
        int near = image.getRGB(left, bottom) & 0xff; // beside driver and sensor
        int far = image.getRGB(right, top) & 0xff;
        assertTrue(near > far + 100, near + " and " + far);
        assertFalse(Files.exists(folder.resolve("read-disturb.png")), "all cells are selected");
    }

    private static IrDrop read(double[] volts) {
        double[][] ohms = new double[3][4];
        for (double[] row : ohms) {
            java.util.Arrays.fill(row, 1e4);
        }
        return IrDrop.of(
                new CrossbarCircuit(Wires.uniform(3, 4, 50, 50, 50), Devices.linear(ohms), Drive.ofRows(volts, 4)));
    }
}
