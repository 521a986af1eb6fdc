package crosspike.spice.export;

import crosspike.spice.SpiceNumber;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The comments at the head of a netlist: what it holds, in which units, and what to compare it with. */
record NetlistHeader(ArrayExport export) {
    private static final int MOST_NAMED = 12;

    static String title(Excerpt excerpt) {
        return "crosspike: " + excerpt.rows().length + " x "
                + excerpt.bitLines().size() + " cells of " + excerpt.plainName();
    }

    String text() {
        Excerpt excerpt = export.excerpt();
        StringBuilder text = new StringBuilder();
        line(
                text,
                "Array \"" + excerpt.plainName() + "\": " + excerpt.arrayRows() + " rows, " + excerpt.arrayColumns()
                        + " columns. Here: rows " + rows() + "; bit lines " + columns() + ".");
        line(text, cells());
        line(text, lines());
        line(text, drive());
        export.lif().ifPresent(lif -> line(text, neurons(lif)));
        line(text, "Units: V, A, ohm, F, s. Names: <r> is a row, <c> a column, both from 0.");
        line(text, "  vrow<r> drives word line <r>; vcol<c> holds the end of bit line <c> and measures its current;");
        line(text, "  w<r>_<c> and b<r>_<c> are the nodes of cell xc<r>_<c>, unless wires of 0 ohm join them.");
        compare(text);
        return text.toString();
    }

    private static void line(StringBuilder text, String line) {
        text.append("* ").append(line).append('\n');
    }

    private String rows() {
        int[] rows = export.excerpt().rows();
        boolean whole = rows[rows.length - 1] - rows[0] == rows.length - 1;
        if (whole) return rows.length == 1 ? Integer.toString(rows[0]) : rows[0] + " to " + rows[rows.length - 1];
        String some = Arrays.stream(rows)
                .limit(MOST_NAMED)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(" "));
        return rows.length <= MOST_NAMED ? some : some + " ... " + rows[rows.length - 1];
    }

    private String columns() {
        var lines = export.excerpt().bitLines();
        String some = lines.stream().limit(MOST_NAMED).map(BitLine::name).collect(Collectors.joining(" "));
        return lines.size() <= MOST_NAMED
                ? some
                : some + " ... " + lines.get(lines.size() - 1).name();
    }

    private String cells() {
        CellModel cells = export.cells();
        String access = switch (cells.access()) {
            case NONE -> "passive (1R)";
            case SWITCH -> "1T1R with a switch of " + number(cells.accessOhms()) + " ohm";
            case MOS -> "1T1R with an NMOS of about " + number(cells.accessOhms()) + " ohm";
        };
        String device = cells.sinhPerVolt() == 0
                ? "linear"
                : "sinh(b*v)/(b*ohm) with b = " + number(cells.sinhPerVolt()) + " 1/V, conductances as of "
                        + number(cells.readVolts()) + " V";
        return "Cells: " + access + ", " + device + "; " + export.excerpt().openCells()
                + " without conductance are left out.";
    }

    private String lines() {
        LineModel lines = export.lines();
        if (lines.equals(LineModel.IDEAL)) return "Lines, drivers and sense amplifiers: ideal.";
        String word = number(lines.wordOhms()) + " ohm and " + number(lines.wordFarads()) + " F";
        String bit = number(lines.bitOhms()) + " ohm and " + number(lines.bitFarads()) + " F";
        String driver = lines.driverOhms() < Double.POSITIVE_INFINITY ? number(lines.driverOhms()) + " ohm" : "none";
        return "Lines: " + (word.equals(bit) ? word : "word lines " + word + ", bit lines " + bit)
                + " from cell to cell, also past cells that are not here; drivers " + driver + ", sense amplifiers "
                + number(lines.senseOhms()) + " ohm.";
    }

    private String drive() {
        Stimulus stimulus = export.stimulus();
        long driven = Arrays.stream(stimulus.rowVolts()).filter(v -> v != 0).count();
        String words = "Drive: " + stimulus.what() + "; " + driven + " word lines at " + volts(stimulus.rowVolts())
                + " V, the others at 0 V";
        return stimulus.pulse()
                        .map(p -> words + "; " + (p.count() == 1 ? "a pulse" : p.count() + " pulses") + " of "
                                + number(p.widthSeconds()) + " s at half height, edges " + number(p.riseSeconds())
                                + " s and " + number(p.fallSeconds()) + " s")
                        .orElse(words + "; constant")
                + ".";
    }

    private static String volts(double[] volts) {
        double[] all =
                Arrays.stream(volts).filter(v -> v != 0).sorted().distinct().toArray();
        if (all.length == 0) return "0";
        return all.length == 1 ? number(all[0]) : number(all[0]) + " to " + number(all[all.length - 1]);
    }

    private static String neurons(Lif lif) {
        return "Neurons: membrane " + number(lif.farads()) + " F, leak " + number(lif.leakOhms()) + " ohm, threshold "
                + number(lif.thresholdVolts()) + " V; v(spike<c>) is 1 V while one fires.";
    }

    private void compare(StringBuilder text) {
        boolean exact = export.lines().isIdeal() && export.cells().access() == CellModel.Access.NONE && !isWritten();
        line(text, exact ? "Compare with the currents computed:" : "Without wires and transistors the currents were:");
        var bitLines = export.excerpt().bitLines();
        for (int j = 0; j < Math.min(bitLines.size(), MOST_NAMED); j++) {
            String current = ArrayNetlist.current(bitLines.get(j).name());
            line(text, "  " + current + " = " + SpiceNumber.text(export.idealAmps(j)) + " A");
        }
    }

    private boolean isWritten() {
        return Arrays.stream(export.stimulus().columnVolts()).anyMatch(volts -> volts != 0);
    }

    /** All digits, without an exponent where people do not need one. */
    private static String number(double value) {
        double size = Math.abs(value);
        String text = SpiceNumber.text(value);
        return size >= 1e-3 && size < 1e6 ? new BigDecimal(text).toPlainString() : text;
    }
}
