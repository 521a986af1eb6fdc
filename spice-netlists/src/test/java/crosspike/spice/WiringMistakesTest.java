package crosspike.spice;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.spice.Verification.ColumnCheck;
import crosspike.spice.Verification.TileCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Netlists with one mistake in their wiring are given to ngspice in place of the right ones; the check must see every one.
 * Rows have voltages of their own, as in {@code verify}.
 */
class WiringMistakesTest {
    private static final double TOLERANCE = 1e-9;
    private static final int SEEDS = 6;

    @TempDir
    Path folder;

    /** What is simulated. */
    enum Circuit {
        IDEAL_COLUMN("column-0002.cir", "r"),
        WIRED_COLUMN("column-0002-wired.cir", "rd"),
        TILE("tile-1_9-0_6.cir", "rd");

        private final String file;
        private final String device;

        Circuit(String file, String device) {
            this.file = file;
            this.device = device;
        }

        Verification check(ArrayVerifier verifier, DrivenArray array) {
            ArrayWires wires = ArrayWires.uniform(array.siemens().length, array.siemens()[0].length, 2.5);
            List<ColumnCheck> columns = switch (this) {
                case IDEAL_COLUMN -> verifier.idealColumns(array, new int[] {2});
                case WIRED_COLUMN -> verifier.wiredColumns(array, wires, new int[] {2});
                case TILE -> List.of();
            };
            List<TileCheck> tiles =
                    this == TILE ? verifier.tiles(array, wires, List.of(new Tile(1, 9, 0, 6))) : List.of();
            return new Verification("ngspice", TOLERANCE, Map.of(), columns, tiles, List.of());
        }
    }

    /** One thing that is wrong. */
    enum Mistake {
        SWAPPED_ROWS {
            @Override
            void make(List<List<String>> lines, Circuit circuit, SplittableRandom random) {
                swap(some(lines, circuit.device, random), 1);
            }
        },
        SWAPPED_COLUMNS {
            @Override
            void make(List<List<String>> lines, Circuit circuit, SplittableRandom random) {
                List<List<String>> first = lines.stream()
                        .filter(line -> line.get(0).matches("rd3_\\d+"))
                        .toList();
                int one = random.nextInt(first.size());
                swap(
                        List.of(first.get(one), first.get((one + 1 + random.nextInt(first.size() - 1)) % first.size())),
                        2);
            }
        },
        MISSING_DEVICE {
            @Override
            void make(List<List<String>> lines, Circuit circuit, SplittableRandom random) {
                lines.remove(some(lines, circuit.device, random).get(0));
            }
        },
        DOUBLED_DEVICE {
            @Override
            void make(List<List<String>> lines, Circuit circuit, SplittableRandom random) {
                List<String> twin =
                        new ArrayList<>(some(lines, circuit.device, random).get(0));
                twin.set(0, "rtwin");
                lines.add(twin);
            }
        },
        WRONG_VALUE {
            @Override
            void make(List<List<String>> lines, Circuit circuit, SplittableRandom random) {
                List<String> device = some(lines, circuit.device, random).get(0);
                device.set(3, SpiceNumber.text(Double.parseDouble(device.get(3)) * 1.001));
            }
        },
        WRONG_SEGMENT {
            @Override
            void make(List<List<String>> lines, Circuit circuit, SplittableRandom random) {
                List<String> segment = some(lines, "rb", random).get(0);
                segment.set(3, SpiceNumber.text(2.5 * 1.01));
            }
        },
        SEGMENT_TO_THE_NEXT_NODE_BUT_ONE {
            @Override
            void make(List<List<String>> lines, Circuit circuit, SplittableRandom random) {
                List<List<String>> segments = named(lines, "rb");
                int columns = circuit == TILE_CIRCUIT ? 6 : 1;
                int one = random.nextInt(segments.size() - columns);
                segments.get(one).set(2, segments.get(one + columns).get(2));
            }
        };

        private static final Circuit TILE_CIRCUIT = Circuit.TILE;

        abstract void make(List<List<String>> lines, Circuit circuit, SplittableRandom random);

        /** Whether the circuit has what the mistake is about. */
        boolean concerns(Circuit circuit) {
            return switch (this) {
                case SWAPPED_COLUMNS -> circuit == Circuit.TILE;
                case WRONG_SEGMENT, SEGMENT_TO_THE_NEXT_NODE_BUT_ONE -> circuit != Circuit.IDEAL_COLUMN;
                default -> true;
            };
        }

        private static List<List<String>> named(List<List<String>> lines, String prefix) {
            return lines.stream()
                    .filter(line -> line.get(0).matches(prefix + "\\d+(_\\d+)?"))
                    .toList();
        }

        /** Two different lines. */
        private static List<List<String>> some(List<List<String>> lines, String prefix, SplittableRandom random) {
            List<List<String>> all = named(lines, prefix);
            int one = random.nextInt(all.size());
            return List.of(all.get(one), all.get((one + 1 + random.nextInt(all.size() - 1)) % all.size()));
        }

        private static void swap(List<List<String>> two, int field) {
            String kept = two.get(0).get(field);
            two.get(0).set(field, two.get(1).get(field));
            two.get(1).set(field, kept);
        }
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(Circuit.values())
                .flatMap(circuit -> Stream.of(Mistake.values())
                        .filter(mistake -> mistake.concerns(circuit))
                        .flatMap(mistake -> IntStream.rangeClosed(1, SEEDS)
                                .mapToObj(seed -> Arguments.of(circuit, mistake, seed))));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void isCaught(Circuit circuit, Mistake mistake, int seed) throws IOException {
        SplittableRandom random = new SplittableRandom(31L * seed + mistake.ordinal());
        double[] volts =
                IntStream.rangeClosed(1, 12).mapToDouble(r -> 0.2 * r / 12).toArray();
        DrivenArray array = new DrivenArray("a", siemens(random), volts);
        Path netlists = folder.resolve("netlists");
        Ngspice ngspice = RealNgspice.required();
        assertTrue(circuit.check(new ArrayVerifier(ngspice, netlists, 1), array).passed(), "without a mistake");

        String right = Files.readString(netlists.resolve(circuit.file));
        String wrong = mistaken(right, mistake, circuit, random);
        assertNotEquals(right, wrong);
        Path prepared = Files.writeString(folder.resolve("wrong.cir"), wrong);
        Ngspice careless = Ngspice.at(new FakeNgspice(folder)
                .script("** ngspice-39", "cp '" + prepared + "' netlist.cir; exec '" + ngspice.program() + "' \"$@\""));
        Verification found = circuit.check(new ArrayVerifier(careless, netlists, 1), array);
        assertFalse(found.passed(), () -> mistake + " unseen: worst " + found.worst());
    }

    /** 10 to 100 uS, all different. */
    private static float[][] siemens(SplittableRandom random) {
        float[][] siemens = new float[12][6];
        for (float[] row : siemens) {
            for (int c = 0; c < row.length; c++) row[c] = (float) random.nextDouble(1e-5, 1e-4);
        }
        return siemens;
    }

    private static String mistaken(String netlist, Mistake mistake, Circuit circuit, SplittableRandom random) {
        int end = netlist.indexOf("\n.options") + 1;
        List<List<String>> lines = new ArrayList<>();
        netlist.substring(0, end).lines().forEach(line -> lines.add(new ArrayList<>(List.of(line.split(" ")))));
        mistake.make(lines, circuit, random);
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) text.append(String.join(" ", line)).append('\n');
        return text + netlist.substring(end);
    }
}
