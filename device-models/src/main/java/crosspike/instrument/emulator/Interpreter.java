package crosspike.instrument.emulator;

import crosspike.crossbar.Line;
import crosspike.instrument.Instrument;
import crosspike.instrument.ScpiNumber;
import crosspike.instrument.Statements;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.zip.CRC32;

/**
 * What the emulator understands. Headers are looked up as SCPI wants it: in short or long form, in any case, and after a
 * semicolon from where the last one was.
 */
final class Interpreter {
    private static final int MOST_ERRORS = 32;
    private static final int REMEMBERED_LINES = 1024;
    private static final String NO_ERROR = "0,\"No error\"";

    private final EmulatedArray array;
    private final String identity;
    private final Map<ScpiHeader, Command> commands = new LinkedHashMap<>();
    private final Map<String, Command> known = new HashMap<>();
    private final Deque<String> errors = new ArrayDeque<>();
    private final Deque<Long> done = new ArrayDeque<>();
    private long current;
    private StringJoiner answer;

    /** What a header stands for; a question returns its answer, anything else null. */
    @FunctionalInterface
    private interface Command {
        String run(Arguments arguments) throws ScpiError;
    }

    @FunctionalInterface
    private interface Action {
        void run(Arguments arguments) throws ScpiError;
    }

    /** @param device name of the device, for the identity */
    Interpreter(EmulatedArray array, String device) {
        this.array = array;
        String size = array.cells().rows() + "x" + array.cells().columns();
        this.identity =
                Instrument.EMULATOR_IDENTITY + "," + size + "-" + device.replaceAll("[^A-Za-z0-9._-]", "-") + ",1";
        addCommon();
        addSource();
        addArray();
    }

    private void addCommon() {
        ask("*IDN?", a -> identity);
        act("*RST", a -> {
            array.reset();
            done.clear();
        });
        act("*CLS", a -> errors.clear());
        ask("*OPC?", a -> "1");
        act("*OPC", a -> {});
        act("*WAI", a -> {});
        ask("*TST?", a -> "0");
        ask("SYSTem:VERSion?", a -> "1999.0");
        ask("SYSTem:ERRor[:NEXT]?", a -> errors.isEmpty() ? NO_ERROR : errors.remove());
        ask("SYSTem:ERRor:COUNt?", a -> Integer.toString(errors.size()));
        ask("SYSTem:SEQuence?", a -> {
            current = (long) a.number();
            return Long.toString(current);
        });
        ask("SYSTem:SEQuence:DONE?", a -> done.contains((long) a.number()) ? "1" : "0");
        ask("SYSTem:CHECksum?", a -> {
            CRC32 crc = new CRC32();
            crc.update(answer.toString().getBytes(StandardCharsets.ISO_8859_1));
            return Long.toString(crc.getValue());
        });
    }

    private void addSource() {
        act("OUTPut[:STATe]", a -> array.outputs(a.flag()));
        ask("OUTPut[:STATe]?", a -> array.outputs() ? "1" : "0");
        act("[SENSe:]CURRent[:DC]:PROTection[:LEVel]", a -> array.compliance(a.number()));
        ask("[SENSe:]CURRent[:DC]:PROTection[:LEVel]?", a -> ScpiNumber.text(array.compliance()));
        ask("[SENSe:]CURRent[:DC]:PROTection:TRIPped?", a -> array.isTripped() ? "1" : "0");
        act("SOURce:FUNCtion[:MODE]", a -> {
            if (!a.rest().matches("VOLT(AGE)?")) throw ScpiError.type("VOLTage is all there is");
        });
        act("SOURce:VOLTage[:LEVel]", a -> array.source(a.number()));
        ask("SOURce:VOLTage[:LEVel]?", a -> ScpiNumber.text(array.source()));
        act("SOURce:PULSe:WIDTh", a -> array.pulseWidth(a.number()));
        act("SOURce:PULSe:COUNt", a -> array.pulseCount(a.number()));
        act("SOURce:PULSe:UP", a -> array.pulse(true, a.number(), a.number()));
        act("SOURce:PULSe:DOWN", a -> array.pulse(false, a.number(), a.number()));
        act("INITiate[:IMMediate]", a -> array.initiate());
        act("ROUTe:OPEN:ALL", a -> array.openAll());
        act("ROUTe:OPEN", a -> array.open(a.channels()));
        act("ROUTe:CLOSe", a -> array.close(a.channels()));
        ask("MEASure:CURRent[:DC]?", a -> array.measured());
        ask("READ?", a -> array.measured());
    }

    private void addArray() {
        ask("ARRay:SIZE?", a -> array.cells().rows() + "," + array.cells().columns());
        ask("ARRay:READ?", a -> array.read(a.number(), a.channels()));
        ask("ARRay:READ:VOLTages?", a -> array.read(a.numbers(array.cells().rows())));
        ask("ARRay:COLumn:READ?", a -> array.readLine(Line.COLUMN, array.columnOf(a), a.number()));
        ask("ARRay:ROW:READ?", a -> array.readLine(Line.ROW, array.rowOf(a), a.number()));
        act(
                "ARRay:COLumn:PULSes",
                a -> array.pulse(Line.COLUMN, array.columnOf(a), a.numbers(array.cells(Line.COLUMN))));
        act("ARRay:ROW:PULSes", a -> array.pulse(Line.ROW, array.rowOf(a), a.numbers(array.cells(Line.ROW))));
        act(
                "ARRay:COLumn:PLACe",
                a -> array.place(Line.COLUMN, array.columnOf(a), a.numbers(array.cells(Line.COLUMN))));
        act("ARRay:ROW:PLACe", a -> array.place(Line.ROW, array.rowOf(a), a.numbers(array.cells(Line.ROW))));
    }

    private void ask(String header, Command command) {
        commands.put(ScpiHeader.of(header), command);
    }

    private void act(String header, Action action) {
        commands.put(ScpiHeader.of(header), arguments -> {
            action.run(arguments);
            return null;
        });
    }

    /**
     * Does what a line says.
     *
     * @param refused whether nothing but questions about the system is done, and an error queued
     * @return what it answers; empty for nothing
     */
    String run(String line, boolean refused) {
        answer = new StringJoiner(";");
        current = -1;
        boolean failed = refused;
        if (refused) {
            queue(new ScpiError(-200, "Execution error; injected"));
        }
        String path = "";
        boolean answered = false;
        for (String statement : Statements.split(line)) {
            String text = statement.strip();
            if (text.isEmpty()) {
                continue;
            }
            try {
                int space = text.indexOf(' ');
                String header = (space < 0 ? text : text.substring(0, space)).toUpperCase(Locale.ROOT);
                boolean common = header.startsWith("*");
                String full = common ? header : header.startsWith(":") ? header.substring(1) : path + header;
                if (!common) {
                    path = full.substring(0, full.lastIndexOf(':') + 1);
                }
                if (refused && !full.startsWith("SYST")) {
                    continue;
                }
                Arguments arguments = new Arguments(space < 0 ? "" : text.substring(space));
                String said = command(full).run(arguments);
                arguments.requireEnd();
                if (said != null) {
                    answer.add(said);
                    answered = true;
                }
            } catch (ScpiError e) {
                failed = true;
                queue(e);
            }
        }
        if (!failed && current >= 0) {
            done.add(current);
            if (done.size() > REMEMBERED_LINES) done.remove();
        }
        return answered ? answer.toString() : "";
    }

    private Command command(String header) throws ScpiError {
        Command command = known.get(header);
        if (command == null) {
            command = commands.entrySet().stream()
                    .filter(each -> each.getKey().matches(header))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElseThrow(() -> ScpiError.header(header));
            known.put(header, command);
        }
        return command;
    }

    private void queue(ScpiError error) {
        if (errors.size() < MOST_ERRORS) {
            errors.add(error.entry());
        } else if (errors.size() == MOST_ERRORS) {
            errors.add("-350,\"Queue overflow\"");
        }
    }
}
