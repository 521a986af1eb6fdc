package crosspike.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import crosspike.input.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong: one line on standard error, nothing on standard output, an exit code, and no file more or less. */
class BadInputTest {
    private static final String TINY = """
            crosspike: 1
            name: tiny
            data: {training: 20, test: 10}
            network: {outputs: 5}
            learning: {epochs: 1}
            """;
    private static final String DEVICE = """
            name: mine
            title: Mine
            technology: rram
            sources: [a notebook]
            conductance: {min: 1 uS, max: 10 uS}
            potentiation: {pulses: 64, voltage: 2 V, width: 10 ns}
            depression: {pulses: 64, voltage: -2 V, width: 10 ns}
            read: {voltage: 0.5 V, width: 5 ns}
            cell: {width_F: 4, height_F: 4}
            """;

    @TempDir
    static Path folder;

    private static Shell shell;

    @BeforeAll
    static void start() throws IOException {
        write("tiny.yaml", TINY);
        write("loop.yaml", "base: pool.yaml\n");
        write("pool.yaml", "base: loop.yaml\n");
        write("baseless.yaml", "base: gone.yaml\n");
        write("empty.yaml", "");
        write("broken.yaml", "a: [1\n");
        write("typo.yaml", TINY + "nework: {}\n");
        write("twice.yaml", TINY + "name: again\n");
        write("half-ms.yaml", TINY.replace("outputs: 5", "outputs: 5, display: 1.5ms"));
        write("whole-pulses.yaml", TINY + "device: {levels: 4}\nsynapse: {rounding: none}\n");
        write("no-preset.yaml", TINY + "device: {preset: x}\n");
        write("no-device.yaml", TINY + "device: {file: gone.yaml}\n");
        Files.createDirectory(folder.resolve("sub"));
        write("sub/zero.yaml", TINY + "device: {file: ../zero.yaml}\n");
        Files.write(folder.resolve("binary.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        write("backwards.yaml", DEVICE.replace("min: 1 uS", "min: 20 uS"));
        write("unitless.yaml", DEVICE.replace("2 V, width", "2, width"));
        write("zero.yaml", DEVICE.replace("-2 V", "0 V"));
        write("plan.yaml", "sweep: 1\nbase: tiny.yaml\n");
        write("no-base.yaml", "sweep: 1\nbase: gone.yaml\n");
        write("no-key.yaml", "sweep: 1\nbase: tiny.yaml\naxes: [{key: device.lvels, values: [4]}]\n");
        write("no-data.yaml", "sweep: 1\nbase: {crosspike: 1, data: {set: mnist}}\n");
        write("file", "");
        write("pulses.csv", "pulse,G (uS)\n1,1\n2,2\n");
        write("pulses.yaml", "pulse,G (uS)\n1,1\n2,2\n");
        write("arc.csv", Files.readString(Installation.path("calibration-data", "curves", "synthetic-arc-one.csv")));
        write("headed.csv", "device_id,level,t_s,g_S,temp_K\n");
        write("tidy.csv", "device_id,level,t_s,g_S,temp_K\n1,1,1,5e-6,\n");
        write(
                "bench.log",
                "# crosspike instrument log 1\nT # device 1e-9 8e-8 0.1 1e-6 3.2 3e-4 -2.8 3e-4\nT w 0,0,1,1e-8,2e-8,2e-8\n");
        write("mine.cell", "-MemCellType: memristor\n-ResistanceOn (ohm): 1e5\n-ResistanceOff (ohm): 1e6\n");
        DamagedDigits.write(folder);
        shell = Shell.in(folder, Map.of("CROSSPIKE_DATA", "cache", "PATH", "empty"));
        assertEquals(0, shell.run("run", "tiny.yaml", "--out", "done").exitCode());
        for (String file : List.of("result.json", "conductance_S.npy", "epochs.csv", "cost.json")) {
            damage(file);
        }
    }

    @AfterAll
    static void stop() throws IOException {
        shell.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        run gone.yaml         | gone.yaml does not exist
        run .                 | . is a directory; expected a YAML or JSON file
        run empty.yaml        | empty.yaml is empty; expected keys and values
        run broken.yaml       | broken.yaml, line 2: expected ',' or ']', but got <stream end>
        run binary.yaml       | binary.yaml is not UTF-8 text; expected a YAML or JSON file
        run loop.yaml         | loop.yaml is its own base
        run baseless.yaml     | base (baseless.yaml, line 1) is "gone.yaml", but gone.yaml does not exist
        run typo.yaml         | unknown key nework (typo.yaml, line 6); did you mean network?
        run twice.yaml        | twice.yaml, line 6: the key "name" was already given in twice.yaml, line 2
        run half-ms.yaml      | network.display (half-ms.yaml, line 4) is 1.5 ms; expected whole ms, the time step of the network
        run whole-pulses.yaml | synapse.rounding (whole-pulses.yaml, line 7): rounding is none, but the device takes whole pulses only; expected stochastic, nearest or one
        run no-preset.yaml    | device.preset (no-preset.yaml, line 6): device "x" is unknown; calibration-data/devices has: DEVICES
        run no-device.yaml    | device.file (no-device.yaml, line 6): gone.yaml does not exist
        run sub/zero.yaml     | device.file (sub/zero.yaml, line 6): depression (sub/../zero.yaml, line 7): pulse amplitude is 0.0 V; expected a voltage within ±100 V, not 0
        """)
    void aBrokenConfigSaysWhere(String arguments, String message) throws IOException {
        refused(2, message, arguments);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        --set network.outptus=5        | unknown key network.outptus (--set network.outptus); did you mean network.outputs?
        --set network.input_rate=200   | network.input_rate (--set network.input_rate) is 200; expected a frequency with its unit, e.g. "100 Hz", above 0 Hz and at most 10 kHz
        --set network.input_rate=2ms   | network.input_rate (--set network.input_rate) is "2ms"; expected a frequency with its unit, e.g. "100 Hz", above 0 Hz and at most 10 kHz
        --set network.display=1.5ms    | network.display (--set network.display) is 1.5 ms; expected whole ms, the time step of the network
        --set network.window=0.5ms     | network.window (--set network.window) is "0.5ms"; expected a time of at least 1 ms and at most 64 ms
        --set network.outputs=0        | network.outputs (--set network.outputs) is 0; expected a whole number of at least 1 and at most 100000
        --set learning.a=NaN           | learning.a (--set learning.a) is "NaN"; expected a number, above 0 and at most 2
        --set pruning.method=sfot      | pruning.method (--set pruning.method) is "sfot"; expected one of none, prune, soft, soft-freeze, soft-freeze-lowest, freeze-highest, consolidation; did you mean soft?
        --set data.set=mnits           | data.set (--set data.set): data set "mnits" is unknown; expected one of digits, mnist, fashion-mnist, caltech101, caltech101-natural; did you mean mnist?
        --set data.training=20000      | data.training is 20000, but digits training has 10000 images; expected at most that many
        --set device.preset=epiram-choi2081 | device.preset (--set device.preset): device "epiram-choi2081" is unknown; did you mean epiram-choi2018? calibration-data/devices has: DEVICES
        --set device.preset=x          | device.preset (--set device.preset): device "x" is unknown; calibration-data/devices has: DEVICES
        --set device.file=gone.yaml    | device.file (--set device.file): gone.yaml does not exist
        --set device.file=backwards.yaml | device.file (--set device.file): conductance (backwards.yaml, line 5): conductance range is [2.0E-5, 1.0E-5] S; expected 0 <= min < max
        --set device.file=unitless.yaml | device.file (--set device.file): potentiation.voltage (unitless.yaml, line 6) is 2; expected a voltage with its unit, e.g. "0.5 V", of at least -100 V and at most 100 V
        --set device.file=zero.yaml    | device.file (--set device.file): depression (zero.yaml, line 7): pulse amplitude is 0.0 V; expected a voltage within ±100 V, not 0
        --set device.levels=4 --set device.response=pulsed | device.levels (--set device.levels) are given, but response is pulsed; expected response: levels, or pulses instead of levels
        --set device.levels=4 --set synapse.rounding=none | synapse.rounding (--set synapse.rounding): rounding is none, but the device takes whole pulses only; expected stochastic, nearest or one
        --set synapse.mapping=sliced   | synapse.mapping (--set synapse.mapping) is sliced, which needs slices, the cells of a weight, such as 6
        --set synapse.slices=3         | synapse.slices (--set synapse.slices) is given, but mapping is single; expected mapping: sliced
        --set synapse.mapping=sliced --set synapse.slices=5 --set synapse.slice_bits=4 | synapse.slice_bits (--set synapse.slice_bits) is 4; expected 1 to 3 in 5 slices
        --set synapse.mapping=sliced --set synapse.slices=3 --set programming.scheme=blind | programming.scheme (--set programming.scheme) is blind, but digits of sliced weights cannot be changed without reading them; expected open-loop or write-verify
        --set circuit.node=33nm        | circuit.node: technology node 33 nm HP is unknown; calibration-data/technology has: DETAIL
        --set verify.columns=some      | verify.columns (--set verify.columns) is "some"; expected "all", a number of columns to sample such as "8", or columns such as "0,3,17" or "4-9"
        --set verify.columns=0,99      | verify.columns (--set verify.columns) is "0,99": column 99 is not in the array; expected columns from 0 to 4
        --set verify.columns=4-2       | verify.columns (--set verify.columns) is "4-2": columns "4-2": 4-2 runs backwards; expected 2-4
        --set network.kind=diehl-cook --set network.display=350.3ms | network.display (--set network.display) is 350.3 ms; expected a whole number of steps of 500 us
        --set network.kind=diehl-cook --set network.step=2ms | network.step (--set network.step) is 2 ms, longer than a conductance lasts that decays by Euler steps; expected at most 1 ms, or inhibition.path: direct
        --set network.kind=diehl-cook --set network.step=2ms --set network.decay=euler | network.step (--set network.step) is 2 ms, longer than a conductance lasts that decays by Euler steps; expected at most 1 ms, or decay: exponential
        --set network.kind=diehl-cook --set network.neuron.threshold=-70mV | network.neuron.threshold (--set network.neuron.threshold) is -70 mV; expected more than rest, -65 mV, and reset, -65 mV
        --set device                   | --set device has no value; expected KEY=VALUE, such as device.levels=16
        --set =4                       | --set =4 has no key; expected KEY=VALUE, such as device.levels=16
        --set a..b=4                   | --set "a..b" is no key; expected a.b.c=value
        --seed x                       | invalid value for option '--seed': 'x'; expected a whole number (see crosspike run --help)
        --threads 0                    | --threads is 0; expected 1 to 1024
        --threads -3                   | --threads is -3; expected 1 to 1024
        --out done                     | done exists; choose another --out or remove it
        --out file                     | file exists; choose another --out or remove it
        --out file/run                 | cannot write file/run: file is a file, not a folder; choose another --out
        --sede 3                       | unknown option --sede; did you mean --seed? (see crosspike run --help)
        """)
    void aWrongKeyOrOptionSaysWhatIsAllowed(String options, String message) throws IOException {
        refused(2, message, "run tiny.yaml " + options);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        --key device.lvels --values 2              | unknown key device.lvels (--key device.lvels); did you mean device.levels?
        --key device.levels --values 4,1           | device.levels (--key device.levels) is 1; expected a whole number of at least 2 and at most 65536
        --key device.levels --values 4,            | --values is "4,"; expected values with commas between them, such as 4,16
        --key device.levels --values 4,4           | --values has 4 twice; expected different values
        --key device.levels --values 4,8,4.0       | --values has 4 and 4.0, which are the same; expected different values
        --key circuit.clock --values 1GHz,1000MHz  | --values has 1GHz and 1000MHz, which are the same; expected different values
        --key device.levels --values 4 --seeds 0   | --seeds is 0; expected 1 to 1000
        --key device.levels --values 4 --jobs 0    | --jobs is 0; expected 1 to 1024
        --key device.levels --values 4 --out done  | done exists and is no sweep that could go on; choose another --out or remove it
        --key device.levels --values 4 --out file  | file exists and is no sweep that could go on; choose another --out or remove it
        --key device.levels, --values 4            | --key is "device.levels,"; expected a key of the config such as device.levels, or several with commas between them
        --key -pruning.method --values soft        | --values has "soft", which has no negative; expected numbers, since --key -pruning.method negates them
        --values 4                                 | missing required option: '--key=KEY' (see crosspike vary --help)
        """)
    void aStudyThatCannotBeIsNotBegun(String options, String message) throws IOException {
        refused(2, message, "vary tiny.yaml " + options);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        sweep                               | no plan is given; expected crosspike sweep PLAN, such as crosspike sweep docs/examples/sweeps/small.yaml
        sweep gone.yaml                     | gone.yaml does not exist
        sweep tiny.yaml                     | tiny.yaml is a config, not the plan of a sweep; type: crosspike run tiny.yaml, or write a plan with it as base (docs/sweeps.md)
        sweep no-base.yaml                  | base (no-base.yaml, line 2) is "gone.yaml", but gone.yaml does not exist
        sweep no-key.yaml                   | unknown key device.lvels (no-key.yaml, line 3); did you mean device.levels?
        sweep no-data.yaml                  | data set mnist is not in FOLDER/cache/mnist; type: crosspike data fetch mnist
        sweep no-data.yaml --dry-run        | data set mnist is not in FOLDER/cache/mnist; type: crosspike data fetch mnist
        sweep plan.yaml --shard 3/2         | --shard is "3/2"; expected I/N with I from 1 to N, such as 3/16
        sweep plan.yaml --jobs 0            | --jobs is 0; expected 1 to 1024
        sweep plan.yaml --engine hadoop     | --engine is hadoop; expected local or spark
        sweep plan.yaml --engine x --dry-run | --engine is x; expected local or spark
        sweep plan.yaml --master local[2]   | --master is for --engine spark; add it
        sweep plan.yaml --engine spark      | --engine is spark, but the module simulator/spark is not on the class path; start Crosspike with its launcher, or as docs/sweeps.md says
        sweep plan.yaml --out done          | done exists and is no sweep that could go on; choose another --out or remove it
        sweep merge out done                | done has no sweep.yaml; expected a folder made by: crosspike sweep PLAN
        """)
    void aSweepThatCannotBeIsNotBegun(String arguments, String message) throws IOException {
        refused(2, message, arguments);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        absent    | data set mnist is not in FOLDER/cache/mnist; type: crosspike data fetch mnist
        no-labels | FOLDER/cache/mnist has no train-labels-idx1-ubyte and no train-labels-idx1-ubyte.gz; expected the four IDX files train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte, t10k-labels-idx1-ubyte
        cut       | FOLDER/cache/mnist/train-images-idx3-ubyte ends after 7839016 bytes; expected 7840016 by its header; fetch or copy the file again
        long      | FOLDER/cache/mnist/train-labels-idx1-ubyte goes on after the 10008 bytes that its header announces; fetch or copy the file again
        text      | FOLDER/cache/mnist/train-images-idx3-ubyte starts with 0x3c68746d and is no IDX file of bytes; expected images (0x00000803)
        swapped   | FOLDER/cache/mnist/t10k-images-idx3-ubyte is an IDX file of labels; expected images (0x00000803)
        few       | FOLDER/cache/mnist/t10k-images-idx3-ubyte.gz has 2000 images but FOLDER/cache/mnist/t10k-labels-idx1-ubyte has 3 labels; expected files that belong together
        strange   | FOLDER/cache/mnist/t10k-labels-idx1-ubyte: label 77 of image 0 (counted from 0) is outside 0 to 9
        narrow    | FOLDER/cache/mnist/t10k-images-idx3-ubyte has images of 8 x 8 pixels; expected 28 x 28 as in FOLDER/cache/mnist/train-images-idx3-ubyte.gz
        other     | FOLDER/cache/mnist/train-images-idx3-ubyte.gz is not the file of mnist: SHA-256 of its content is 12700dc5caf92e8750900e5751629763284307fe0352274b67767404883af2d2; expected ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db
        """)
    void aDamagedDataSetNamesTheFile(String kind, String message) throws IOException {
        Path inUse = folder.resolve("cache").resolve("mnist");
        Path kept = folder.resolve(kind);
        if (!kind.equals("absent")) {
            Files.createDirectories(inUse.getParent());
            Files.move(kept, inUse);
        }
        try {
            refused(2, message, "run tiny.yaml --set data.set=mnist");
        } finally {
            if (!kind.equals("absent")) {
                Files.move(inUse, kept);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        report gone                    | gone is not a directory; expected a run made by: crosspike run CONFIG
        report .                       | . has no result.json; expected a run made by: crosspike run CONFIG
        report done --out file         | file exists and is no run report that could be replaced; choose another --out or remove it
        report done --out sub          | sub exists and is no run report that could be replaced; choose another --out or remove it
        report no-result.json          | no-result.json has no result.json; expected a run made by: crosspike run CONFIG
        report no-epochs.csv           | no-epochs.csv/epochs.csv is missing; repeat the run with: crosspike run CONFIG
        report cut-result.json         | cut-result.json/result.json is damaged: DETAIL; repeat the run with: crosspike run CONFIG
        report cut-conductance_S.npy   | cut-conductance_S.npy/conductance_S.npy is damaged: DETAIL; repeat the run with: crosspike run CONFIG
        report cut-epochs.csv          | cut-epochs.csv/epochs.csv is not CSV: DETAIL
        report cut-cost.json           | cut-cost.json/cost.json is damaged: DETAIL; repeat the run with: crosspike run CONFIG
        devices show x                 | device "x" is unknown; calibration-data/devices has: DEVICES
        data fetch mnits               | data set "mnits" is unknown; expected one of digits, mnist, fashion-mnist, caltech101, caltech101-natural; did you mean mnist?
        data fetch mnist --from gone   | gone is no folder; expected one that holds mnist
        schema devise                  | schema of "devise" is unknown; did you mean device?
        ablate sub                     | sub has no result.json; expected a run made by: crosspike run CONFIG
        import /                       | / is a directory; expected a file of measurements
        price done --nodes --set circuit.node=22nm      | --set circuit.node names one node, --nodes asks for all; expected one of them
        price done --nodes --set circuit.flavour=lstp   | --set circuit.flavour names one flavour, --nodes asks for both; expected one of them
        frob                           | unknown command or argument frob (see crosspike --help)
        """)
    void everyCommandRefusesInOneLine(String arguments, String message) throws IOException {
        refused(2, message, arguments);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        fit file --out my.yaml --confidence abc         | --confidence: "abc" is not a fraction; expected a fraction, e.g. 0.5 or "50 %"
        fit file --out my.yaml --ltp-voltage 2          | --ltp-voltage: "2" is not a voltage; expected a voltage with its unit, e.g. "0.5 V"
        fit file --out my.yaml --ltd-voltage 2s         | --ltd-voltage: "2s" is not a voltage; expected a voltage with its unit, e.g. "0.5 V"
        fit file --out my.yaml --ltp-width 2            | --ltp-width: "2" is not a time; expected a time with its unit, e.g. "50 ns"
        fit file --out my.yaml --ltd-width 2V           | --ltd-width: "2V" is not a time; expected a time with its unit, e.g. "50 ns"
        fit file --out my.yaml --read-width x           | --read-width: "x" is not a time; expected a time with its unit, e.g. "50 ns"
        fit file --out my.yaml --vread 1mA              | --vread: "1mA" is not a voltage; expected a voltage with its unit, e.g. "0.5 V"
        fit file --out my.yaml --cell 4x.               | --cell: "." is not a number; expected a number
        fit arc.csv --out my.yaml --read-width 0s       | this device would not run and is not written: read.width (my.yaml, line 42) is "0 s"; expected a time above 0 s and at most 1 ks
        fit file --out my.yaml --confidence 1           | --confidence is 1.0; expected a fraction between 0 and 1, such as 0.95
        fit arc.csv --out my.yaml --ltp-voltage 0V      | --ltp-voltage: pulse amplitude is 0.0 V; expected a voltage within ±100 V, not 0
        fit arc.csv --out my.yaml --ltd-width=-1s       | --ltd-width: pulse width is -1.0 s; expected more than 0 s and at most 1000 s
        fit bench.log --out my.yaml                     | bench.log: the log has 1 potentiating trains that end inside the range; expected 10 or more: let the network train longer
        fit arc.csv --out my.yaml --model log           | invalid value for option '--model': expected one of linear, exponential, soft_bounds, measured but was 'log' (see crosspike fit --help)
        fit arc.csv --out my.yaml --technology reram    | invalid value for option '--technology': expected one of ideal, rram, cbram, pcm, fefet, mtj, charge-trap, capacitor but was 'reram' (see crosspike fit --help)
        fit arc.csv --out my.yaml --technology charge-trap --cell 0x4 | this device would not run and is not written: cell.width_F (my.yaml, line 44) is 0; expected a number above 0 and at most 1000
        run plan.yaml                                   | plan.yaml is the plan of a sweep, not a config; type: crosspike sweep plan.yaml
        fit arc.csv --out my.yaml --cell 0x4            | this device would not run and is not written: cell.width_F (my.yaml, line 44) is 0; expected a number above 0 and at most 1000
        fit arc.csv --out my.json                       | --out is my.json; expected a file that ends in .yaml, as device.file wants it
        fit pulses.yaml --out pulses.yaml                | --out is pulses.yaml, which holds the measurements; expected another file
        fit arc.csv --out my.yaml --until-pulse 0       | --until-pulse is 0; expected a pulse, from 1
        import arc.csv --out ./arc.csv                  | --out is ./arc.csv, which holds the measurements; expected another file
        import gone.csv --out arc.csv                    | gone.csv does not exist
        import mine.cell --unit uS                      | --unit is for files of measurements, but mine.cell is an NVSim cell, which takes --out only
        import tidy.csv --columns a,b                   | tidy.csv is tidy already, with the columns and units of retention data; leave out --columns
        fit tidy.csv --out my.yaml --kind pulse_train   | tidy.csv is tidy already, with the columns and units of retention data; leave out --kind
        import headed.csv                               | headed.csv has a header but no rows; expected retention data
        import file --vread 1                           | --vread: "1" is not a voltage; expected a voltage with its unit, e.g. "0.5 V"
        instrument emulate --port 0 --stuck many        | --stuck: "many" is not a fraction; expected a fraction, e.g. 0.5 or "50 %"
        instrument emulate --port 0 --line-time 1V      | --line-time: "1V" is not a time; expected a time with its unit, e.g. "50 ns"
        instrument emulate --port 0 --late soon         | --late: "soon" is not a time; expected a time with its unit, e.g. "50 ns"
        calibrate-pruning tiny.yaml --connectivity 0.1f   | --connectivity: "0.1f" is not a fraction; expected a fraction, e.g. 0.5 or "50 %"
        calibrate-pruning tiny.yaml --connectivity 0x1p-3 | --connectivity: "0x1p-3" is not a fraction; expected a fraction, e.g. 0.5 or "50 %"
        calibrate-pruning tiny.yaml --connectivity 0%     | --connectivity is "0%"; expected a share above 0 and at most 1, such as "10 %"
        calibrate-pruning tiny.yaml --connectivity 150%   | --connectivity is "150%"; expected a share above 0 and at most 1, such as "10 %"
        """)
    void aValueThatIsNoneNamesItsOption(String arguments, String message) throws IOException {
        refused(2, message, arguments);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        netlist done --column 3 --out sub        | cannot write sub: Is a directory; make room, or choose another place
        netlist done --column 3 --out file/x.cir | cannot write file/x.cir: file is a file, not a folder; make room, or choose another place
        netlist done --column 3 --out /          | cannot write /: it is a folder; expected a file
        import pulses.csv --out sub              | cannot write sub: Is a directory; make room, or choose another place
        """)
    void whatCannotBeWrittenLeavesNothingBehind(String arguments, String message) throws IOException {
        refused(2, message, arguments);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        verify gone                    | 2 | gone is not a directory; expected a run made by: crosspike run CONFIG
        verify done                    | 3 | ngspice was not found on the PATH; install it with: apt-get install ngspice
        verify done --jobs 0           | 2 | --jobs is 0; expected 1 to 1024
        verify done --timeout 5        | 2 | --timeout: "5" is not a time; expected a time with its unit, e.g. "50 ns"
        verify done --timeout 0s       | 2 | --timeout is "0s"; expected a time of at least 1 ms and at most 1 Ms
        verify done --tolerance 2      | 2 | tolerance is 2.0; expected a number between 0 and 1, such as 1e-9
        verify done --wires 5          | 2 | --wires: "5" is not a resistance; expected a resistance with its unit, e.g. "26 Mohm"
        verify done --wires=-1ohm      | 2 | --wires is "-1ohm"; expected a resistance of 0 ohm to 1 Gohm
        verify done --tolerance x      | 2 | invalid value for option '--tolerance': 'x'; expected a number (see crosspike verify --help)
        """)
    void verifyWithoutNgspiceChangesNothing(String arguments, int code, String message) throws IOException {
        refused(code, message, arguments);
    }

    @Test
    void theDemoGoesOnWithoutNgspice() throws IOException {
        Shell.Result result = shell.run(
                "demo --out shown --set data.training=20 --set data.test=10 --set network.outputs=5 --set learning.epochs=1"
                        .split(" "));
        assertEquals(0, result.exitCode(), result.err());
        String note =
                "note: columns were not checked: ngspice was not found on the PATH; install it with: apt-get install"
                        + " ngspice\n";
        assertEquals(note, result.err().substring(result.err().indexOf("note")));
    }

    /** Checks message and exit code, and that no file has come or gone. */
    private static void refused(int code, String message, String arguments) throws IOException {
        Set<String> before = files();
        Shell.Result result = shell.run(arguments.split(" "));
        assertEquals("error: " + message + "\n", generalised(result.err(), message), arguments);
        assertEquals("", result.out());
        assertEquals(code, result.exitCode());
        Set<String> after = files();
        Set<String> lost = new TreeSet<>(before);
        lost.removeAll(after);
        after.removeAll(before);
        assertEquals(Set.of(), after, "files that came");
        assertEquals(Set.of(), lost, "files that went");
    }

    /** The message with the temporary folder, the list of devices and, if so wanted, a parser's words left out. */
    private static String generalised(String text, String pattern) throws IOException {
        String general = text.replace(folder.toRealPath().toString(), "FOLDER").replace(folder.toString(), "FOLDER");
        general = general.replaceFirst("(calibration-data/devices has: )[\\w, -]+", "$1DEVICES");
        int detail = pattern.indexOf("DETAIL");
        if (detail >= 0) {
            String start = "error: " + pattern.substring(0, detail);
            String end = pattern.substring(detail + "DETAIL".length()) + "\n";
            boolean fits = general.startsWith(start)
                    && general.endsWith(end)
                    && general.length() > start.length() + end.length()
                    && general.lines().count() == 1;
            return fits ? "error: " + pattern + "\n" : general;
        }
        return general;
    }

    private static Set<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.map(Path::toString).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** Copies of the finished run, one with half of the file and one without it. */
    private static void damage(String file) throws IOException {
        Path cut = copyOfRun("cut-" + file);
        byte[] content = Files.readAllBytes(cut.resolve(file));
        Files.write(cut.resolve(file), Arrays.copyOf(content, content.length / 2));
        Files.delete(copyOfRun("no-" + file).resolve(file));
    }

    private static Path copyOfRun(String name) throws IOException {
        Path copy = Files.createDirectory(folder.resolve(name));
        try (Stream<Path> all = Files.list(folder.resolve("done"))) {
            for (Path one : all.toList()) Files.copy(one, copy.resolve(one.getFileName()));
        }
        return copy;
    }

    private static void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
