package crosspike.instrument;

import crosspike.input.Key;
import crosspike.input.UserError;
import java.util.List;
import java.util.Set;

/**
 * What is sent for what: templates of commands. An absent optional one is done by others: a whole array sum by sum, a line
 * cell by cell, a placement by pulses and reads.
 *
 * @param identify asks who is there
 * @param error takes the oldest entry from the error queue
 * @param reset puts the instrument into a known state
 * @param clear empties the queues
 * @param setup after connecting: limits, ranges, pulse shapes
 * @param outputsOn switches outputs on
 * @param outputsOff switches outputs off
 * @param outputs asks whether outputs are on
 * @param size asks for rows and columns
 * @param compliance asks whether a current was limited
 * @param sequence first in each line; echoes a number
 * @param wasDone asks whether a line was done
 * @param checksum last in each line; CRC-32 of the answer before it
 * @param readArray currents of all columns, some rows at one voltage
 * @param readSum current of one column, some rows at one voltage
 * @param readVoltages currents of all columns, each row at a voltage of its own
 * @param readColumn currents of all cells of a column, one by one
 * @param readRow currents of all cells of a row, one by one
 * @param readCell current of one cell
 * @param pulseColumn pulses for all cells of a column
 * @param pulseRow pulses for all cells of a row
 * @param pulseCell pulses for one cell
 * @param placeColumn puts the cells of a column at conductances
 * @param placeRow puts the cells of a row at conductances
 */
public record Commands(
        @Key(doc = "Asks who is there.", defaultValue = "\"*IDN?\"")
        String identify,

        @Key(doc = "Takes the oldest entry from the error queue.", defaultValue = "\":SYST:ERR?\"")
        String error,

        @Key(doc = "Sent once, before all others but the first question.", defaultValue = "\"*RST\"")
        String reset,

        @Key(doc = "Empties the queues.", defaultValue = "\"*CLS\"")
        String clear,

        @Key(
                doc = "Sent after each connecting: compliance, ranges, pulse shapes. Places: {amps}, the limit of the"
                        + " current; {up_volts}, {up_seconds}, {down_volts}, {down_seconds}, the pulses of the device.",
                defaultValue = "[]")
        List<String> setup,

        @Key(doc = "Switches outputs on.") String outputsOn,
        @Key(doc = "Switches outputs off.") String outputsOff,

        @Key(doc = "Asks whether outputs are on: 0 or 1.") String outputs,

        @Key(doc = "Asks for rows and columns; absent: believed.", optional = true)
        String size,

        @Key(doc = "Asks whether the latest current was limited: 0 or 1; absent: not asked.", optional = true)
        String compliance,

        @Key(
                doc =
                        "First in each line, echoes {sequence}, and remembers it when the line is done; absent: not sent.",
                optional = true)
        String sequence,

        @Key(
                doc =
                        "Asks whether the line that had {sequence} was done: 0 or 1; absent: what a broken link left behind is"
                                + " what the cells then hold.",
                optional = true)
        String wasDone,

        @Key(doc = "Last in each line; answers CRC-32 of the answers before it; absent: not sent.", optional = true)
        String checksum,

        @Key(
                doc = "Currents of all columns with {rows} at {volts} and the others at 0 V; absent: read_sum.",
                optional = true)
        String readArray,

        @Key(doc = "Current of {column} with {rows} at {volts} and the others at 0 V.", optional = true)
        String readSum,

        @Key(
                doc = "Currents of all columns with the rows at {voltages}; absent: rows of one voltage at a time.",
                optional = true)
        String readVoltages,

        @Key(doc = "Currents of the cells of {column}, one by one at {volts}; absent: read_cell.", optional = true)
        String readColumn,

        @Key(doc = "Currents of the cells of {row}, one by one at {volts}; absent: read_cell.", optional = true)
        String readRow,

        @Key(doc = "Current of the cell at {row} and {column} at {volts}.", optional = true)
        String readCell,

        @Key(doc = "{pulses} of the cells of {column}, signed counts; absent: pulse_cell.", optional = true)
        String pulseColumn,

        @Key(doc = "{pulses} of the cells of {row}, signed counts; absent: pulse_cell.", optional = true)
        String pulseRow,

        @Key(doc = "{count} pulses of {volts} and {seconds} for the cell at {row} and {column}.", optional = true)
        String pulseCell,

        @Key(
                doc =
                        "Puts the cells of {column} at {siemens}, as a factory would; 9.91E37 leaves a cell alone; absent:"
                                + " pulses and reads, which is all that real cells know.",
                optional = true)
        String placeColumn,

        @Key(doc = "The same for the cells of {row}.", optional = true)
        String placeRow) {

    public Commands {
        setup = List.copyOf(setup);
        Set<String> pulses = Set.of("amps", "up_volts", "up_seconds", "down_volts", "down_seconds");
        setup.forEach(command -> Template.parse("setup", command, pulses));
        setup.forEach(command -> requireNoQuestion("setup", command));
        check("identify", identify, Set.of());
        check("error", error, Set.of());
        check("outputs", outputs, Set.of());
        checkOrder("reset", reset, Set.of());
        checkOrder("clear", clear, Set.of());
        checkOrder("outputs_on", outputsOn, Set.of());
        checkOrder("outputs_off", outputsOff, Set.of());
        check("size", size, Set.of());
        check("compliance", compliance, Set.of());
        check("sequence", sequence, Set.of("sequence"));
        check("was_done", wasDone, Set.of("sequence"));
        check("checksum", checksum, Set.of());
        check("read_array", readArray, Set.of("rows", "volts"));
        check("read_sum", readSum, Set.of("rows", "column", "volts"));
        check("read_voltages", readVoltages, Set.of("voltages"));
        check("read_column", readColumn, Set.of("column", "volts"));
        check("read_row", readRow, Set.of("row", "volts"));
        check("read_cell", readCell, Set.of("row", "column", "volts"));
        need(readArray != null || readSum != null, "read_array or read_sum");
        need(readCell != null || (readColumn != null && readRow != null), "read_cell, or read_column and read_row");
        need(
                pulseCell != null || (pulseColumn != null && pulseRow != null),
                "pulse_cell, or pulse_column and pulse_row");
        checkOrder("pulse_column", pulseColumn, Set.of("column", "pulses"));
        checkOrder("pulse_row", pulseRow, Set.of("row", "pulses"));
        checkOrder("pulse_cell", pulseCell, Set.of("row", "column", "volts", "seconds", "count"));
        checkOrder("place_column", placeColumn, Set.of("column", "siemens"));
        checkOrder("place_row", placeRow, Set.of("row", "siemens"));
    }

    private static void check(String key, String command, Set<String> places) {
        if (command != null) {
            template(key, command, places);
            query(key, command);
        }
    }

    /** A command that is not answered. */
    private static void checkOrder(String key, String command, Set<String> places) {
        if (command != null) {
            template(key, command, places);
            requireNoQuestion(key, command);
        }
    }

    private static void template(String key, String command, Set<String> places) {
        Template template = Template.parse(key, command, places);
        for (String place : places) {
            if (!template.has(place) && !place.equals("volts") && !place.equals("seconds")) {
                throw new UserError(key + " has no {" + place + "}; the instrument would not know it");
            }
        }
    }

    /** A command that answers ends with a question, whose answer is the only one. */
    private static void query(String key, String command) {
        long questions = questions(command);
        if (questions != 1) {
            throw new UserError(key + " asks " + questions + " questions: \"" + command
                    + "\"; expected one, a command whose first word ends in ?");
        }
    }

    /** An answer that nobody waits for would be taken for that of the next question. */
    private static void requireNoQuestion(String key, String command) {
        if (questions(command) > 0) {
            throw new UserError(key + " asks a question: \"" + command
                    + "\"; expected commands without an answer, such as *WAI instead of *OPC?");
        }
    }

    private static long questions(String command) {
        return Statements.split(command).stream().filter(Statements::asks).count();
    }

    private static void need(boolean has, String keys) {
        if (!has) {
            throw new UserError("commands has too little to work an array; expected " + keys);
        }
    }
}
