package crosspike.report;

import crosspike.experiment.WiredRead;
import crosspike.wire.IrDrop;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the report says of reads through wires. */
final class WireSection {
    private static final String IR_DROP = "ir-drop";
    private static final String DISTURB = "disturb";

    private WireSection() {}

    static List<Figure> figures(WiredRead read) {
        List<Figure> figures = new ArrayList<>();
        figures.add(WirePlots.voltages(IR_DROP, read.allRows()));
        if (disturbs(read)) {
            figures.add(WirePlots.disturb(DISTURB, read.image()));
        }
        return figures;
    }

    /** Captions by the names of the figures. */
    static Map<String, String> captions(WiredRead read) {
        Map<String, String> captions = new LinkedHashMap<>();
        IrDrop all = read.allRows();
        captions.put(
                IR_DROP,
                "The trained array with the read voltage on all rows, solved exactly: cells lose "
                        + Percent.text(all.meanLostShare()) + " of it on average and "
                        + Percent.text(all.largestLostShare()) + " at most. Each map has its own scale.");
        if (disturbs(read)) {
            IrDrop image = read.image();
            captions.put(
                    DISTURB,
                    "With the rows active that spiked for the first test image, " + image.unselectedVolts().length
                            + " cells of the other rows should see no voltage; they see up to "
                            + Scale.text(image.largestUnselectedVolts(), "V") + ", and the cells that are read lose "
                            + Percent.text(image.meanLostShare()) + " of theirs on average.");
        }
        return captions;
    }

    private static boolean disturbs(WiredRead read) {
        return read.image().largestUnselectedVolts() > 0;
    }
}
