package crosspike.spice;

import crosspike.wire.CrossbarCircuit;
import crosspike.wire.Islands;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Names of the nodes of a crossbar: {@code w3_4} and {@code b3_4} on word line 3 and bit line 4 where they cross. Nodes that
 * wires of 0 ohm join have the name of the first; nodes that no terminal reaches have none.
 */
final class CircuitNodes {
    private final CrossbarCircuit circuit;
    private final String[][] words;
    private final String[][] bits;
    private final boolean[][] closesLoop;
    private final boolean[][] inLoop;

    CircuitNodes(CrossbarCircuit circuit) {
        int rows = circuit.wires().rows();
        int columns = circuit.wires().columns();
        this.circuit = circuit;
        this.words = new String[rows][columns];
        this.bits = new String[rows][columns];
        this.closesLoop = new boolean[rows][columns];
        this.inLoop = new boolean[rows][columns];
        Islands joined = Islands.ofIdealWires(circuit);
        Islands reached = Islands.ofConductors(circuit);
        Map<Integer, String> names = new HashMap<>();
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                words[i][j] = name("w" + i + "_" + j, joined.word(i, j), joined, reached, names);
                bits[i][j] = name("b" + i + "_" + j, joined.bit(i, j), joined, reached, names);
            }
        }
        findLoops(joined);
    }

    private static String name(String own, int node, Islands joined, Islands reached, Map<Integer, String> names) {
        return reached.root(node) == reached.root(reached.ground())
                ? names.computeIfAbsent(joined.root(node), first -> own)
                : null;
    }

    private void findLoops(Islands joined) {
        List<Integer> loops = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            for (int j = 0; j < words[i].length; j++) {
                if (isShort(i, j) && !joined.join(joined.word(i, j), joined.bit(i, j))) {
                    closesLoop[i][j] = true;
                    loops.add(joined.word(i, j));
                }
            }
        }
        for (int node : loops) {
            for (int i = 0; i < words.length; i++) {
                for (int j = 0; j < words[i].length; j++) {
                    inLoop[i][j] |= isShort(i, j) && joined.root(joined.word(i, j)) == joined.root(node);
                }
            }
        }
    }

    /** Name of a word-line node; null if no terminal reaches it. */
    String word(int i, int j) {
        return words[i][j];
    }

    /** Name of a bit-line node; null if no terminal reaches it. */
    String bit(int i, int j) {
        return bits[i][j];
    }

    /** All names, each once. */
    Stream<String> names() {
        return Stream.of(words, bits)
                .flatMap(Arrays::stream)
                .flatMap(Arrays::stream)
                .filter(Objects::nonNull)
                .distinct();
    }

    /** Whether a device is nothing but 0 ohm. */
    boolean isShort(int i, int j) {
        return circuit.devices().ohms()[i][j] + circuit.devices().accessOhms()[i][j] == 0;
    }

    /** Whether a short joins what is joined already, by wires of 0 ohm and the shorts before it. */
    boolean closesLoop(int i, int j) {
        return closesLoop[i][j];
    }

    /** Whether a short belongs to a loop of 0 ohm, in which any current could flow. */
    boolean inLoop(int i, int j) {
        return inLoop[i][j];
    }
}
