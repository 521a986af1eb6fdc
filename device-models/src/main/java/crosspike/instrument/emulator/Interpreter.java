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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.zip.CRC32;

/**
 * What the emulator understands. Headers are looked up as SCPI wants it: in short or long form, in any case, and after a
 * semicolon from where the last one was.
 */
final class Interpreter {
    private static final int REMEMBERED_LINES = 1024;

    private final EmulatedArray array;
    private final String identity;
    private final Map<ScpiHeader, Command> commands = new LinkedHashMap<>();
    private final Map<String, Command> known = new HashMap<>();
    private final Status status = new Status();
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
            a.requireEnd();
            array.reset();
            done.clear();
        });
        act("*CLS", a -> {
            a.requireEnd();
            status.clear();
        });
        ask("*OPC?", a -> "1");
        act("*OPC", a -> status.operationComplete());
        act("*WAI", a -> {});
        ask("*TST?", a -> "0");
        ask("*ESR?", a -> Integer.toString(status.takeEvents()));
        act("*ESE", a -> status.eventMask(a.last(a.mask())));
        ask("*ESE?", a -> Integer.toString(status.eventMask()));
        ask("*STB?", a -> Integer.toString(status.summary()));
        act("*SRE", a -> status.serviceMask(a.last(a.mask())));
        ask("*SRE?", a -> Integer.toString(status.serviceMask()));
        ask("SYSTem:VERSion?", a -> "1999.0");
        ask("SYSTem:ERRor[:NEXT]?", a -> status.nextError());
        ask("SYSTem:ERRor:COUNt?", a -> Integer.toString(status.errors()));
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
        act("OUTPut[:STATe]", a -> array.outputs(a.last(a.flag())));
        ask("OUTPut[:STATe]?", a -> array.outputs() ? "1" : "0");
        for (String compliance : List.of("[SENSe:]CURRent[:DC]:PROTection[:LEVel]", "SOURce:VOLTage:ILIMit[:LEVel]")) {
            act(compliance, a -> array.compliance(a.last(a.number())));
            ask(compliance + "?", a -> ScpiNumber.text(array.compliance()));
            ask(compliance.replace("[:LEVel]", ":TRIPped?"), a -> array.isTripped() ? "1" : "0");
        }
        act("SOURce:FUNCtion[:MODE]", a -> {
            if (!a.rest().matches("VOLT(AGE)?")) throw ScpiError.type("VOLTage is all there is");
        });
        ask("SOURce:FUNCtion[:MODE]?", a -> "VOLT");
        act("SOURce:VOLTage[:LEVel]", a -> array.source(a.last(a.number())));
        ask("SOURce:VOLTage[:LEVel]?", a -> ScpiNumber.text(array.source()));
        act("SOURce:PULSe:WIDTh", a -> array.pulseWidth(a.last(a.number())));
        act("SOURce:PULSe:COUNt", a -> array.pulseCount(a.last(a.number())));
        act("SOURce:PULSe:UP", a -> array.pulse(true, a.number(), a.last(a.number())));
        act("SOURce:PULSe:DOWN", a -> array.pulse(false, a.number(), a.last(a.number())));
        act("INITiate[:IMMediate]", a -> {
            a.requireEnd();
            array.initiate();
        });
        act("ROUTe:OPEN:ALL", a -> {
            a.requireEnd();
            array.openAll();
        });
        act("ROUTe:OPEN", a -> array.open(a.last(a.channels())));
        act("ROUTe:CLOSe", a -> array.close(a.last(a.channels())));
        ask("MEASure:CURRent[:DC]?", a -> array.measured());
        ask("READ?", a -> array.measured());
    }

    private void addArray() {
        ask("ARRay:SIZE?", a -> array.cells().rows() + "," + array.cells().columns());
        ask("ARRay:READ?", a -> array.read(a.number(), a.channels()));
        ask("ARRay:READ:VOLTages?", a -> array.read(a.numbers(array.cells().rows())));
        ask("ARRay:COLumn:READ?", a -> array.readLine(Line.COLUMN, array.columnOf(a), a.number()));
        ask("ARRay:ROW:READ?", a -> array.readLine(Line.ROW, array.rowOf(a), a.number()));
        act("ARRay:COLumn:PULSes", a -> array.pulse(Line.COLUMN, array.columnOf(a), cells(Line.COLUMN, a)));
        act("ARRay:ROW:PULSes", a -> array.pulse(Line.ROW, array.rowOf(a), cells(Line.ROW, a)));
        act("ARRay:COLumn:PLACe", a -> array.place(Line.COLUMN, array.columnOf(a), cells(Line.COLUMN, a)));
        act("ARRay:ROW:PLACe", a -> array.place(Line.ROW, array.rowOf(a), cells(Line.ROW, a)));
    }

    /** A number for each cell of a line, and no more. */
    private float[] cells(Line line, Arguments arguments) throws ScpiError {
        return arguments.last(arguments.numbers(array.cells(line)));
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
            status.add(new ScpiError(-200, "Execution error; injected"));
        }
        String path = "";
        boolean answered = false;
        for (String statement : Statements.split(line)) {
            String text = statement.strip();
            if (text.isEmpty()) {
                continue;
            }
            try {
                int space = 0;
                while (space < text.length() && text.charAt(space) > ' ') space++;
                String header = text.substring(0, space).toUpperCase(Locale.ROOT);
                boolean common = header.startsWith("*");
                String full = common ? header : header.startsWith(":") ? header.substring(1) : path + header;
                if (!common) {
                    path = full.substring(0, full.lastIndexOf(':') + 1);
                }
                if (refused && !full.startsWith("SYST")) {
                    continue;
                }
                Arguments arguments = new Arguments(text.substring(space));
                String said = command(full).run(arguments);
                arguments.requireEnd();
                if (said != null) {
                    answer.add(said);
                    answered = true;
                }
            } catch (ScpiError e) {
                failed = true;
                status.add(e);
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
}
