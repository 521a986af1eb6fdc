package crosspike.wire;

import crosspike.input.UserError;

/**
 * Which nodes of a crossbar hang together: finds nodes that are one, nodes that no terminal reaches, and terminals that
 * nothing separates.
 */
public final class Islands {
    private final int rows;
    private final int columns;
    private final int[] parent;

    private Islands(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        this.parent = new int[2 * rows * columns + 1];
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
        }
    }

    /** Nodes that wires of 0 ohm join; devices join nothing. */
    public static Islands ofIdealWires(CrossbarCircuit circuit) {
        return of(circuit, 0, -1);
    }

    /** Nodes that anything joins through which current can flow; terminals join {@link #ground}. */
    public static Islands ofConductors(CrossbarCircuit circuit) {
        Islands islands = of(circuit, Double.MAX_VALUE, Double.MAX_VALUE);
        islands.eachTerminal(circuit.wires(), Double.MAX_VALUE, (node, name) -> islands.join(node, islands.ground()));
        return islands;
    }

    /**
     * @param largestOhms of the wire segments that join two nodes
     * @param largestDeviceOhms of the devices that do
     */
    private static Islands of(CrossbarCircuit circuit, double largestOhms, double largestDeviceOhms) {
        Wires wires = circuit.wires();
        Devices devices = circuit.devices();
        Islands islands = new Islands(wires.rows(), wires.columns());
        for (int i = 0; i < islands.rows; i++) {
            for (int j = 0; j < islands.columns; j++) {
                if (j + 1 < islands.columns && wires.wordSegmentOhms()[i][j] <= largestOhms) {
                    islands.join(islands.word(i, j), islands.word(i, j + 1));
                }
                if (i + 1 < islands.rows && wires.bitSegmentOhms()[i][j] <= largestOhms) {
                    islands.join(islands.bit(i, j), islands.bit(i + 1, j));
                }
                if (devices.ohms()[i][j] + devices.accessOhms()[i][j] <= largestDeviceOhms) {
                    islands.join(islands.word(i, j), islands.bit(i, j));
                }
            }
        }
        return islands;
    }

    /** Replaces the voltages of nodes that no terminal reaches by NaN. */
    static void markUndefined(CrossbarCircuit circuit, double[][] wordVolts, double[][] bitVolts) {
        Islands islands = ofConductors(circuit);
        int grounded = islands.root(islands.ground());
        for (int i = 0; i < islands.rows; i++) {
            for (int j = 0; j < islands.columns; j++) {
                if (islands.root(islands.word(i, j)) != grounded) {
                    wordVolts[i][j] = Double.NaN;
                }
                if (islands.root(islands.bit(i, j)) != grounded) {
                    bitVolts[i][j] = Double.NaN;
                }
            }
        }
    }

    /**
     * @throws UserError if two ideal terminals are tied together by 0 ohm, which leaves their currents undefined
     */
    static void refuseTiedTerminals(CrossbarCircuit circuit) {
        Islands islands = of(circuit, 0, 0);
        String[] names = new String[islands.parent.length];
        islands.eachTerminal(circuit.wires(), 0, (node, name) -> {
            int root = islands.root(node);
            if (names[root] != null) {
                throw new UserError(names[root] + " and " + name + " are both ideal and tied by 0 ohm"
                        + islands.firstShort(circuit, root)
                        + "; give a terminal, a segment or the device a resistance above 0");
            }
            names[root] = name;
        });
    }

    private String firstShort(CrossbarCircuit circuit, int root) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                if (circuit.devices().ohms()[i][j] + circuit.devices().accessOhms()[i][j] == 0
                        && root(word(i, j)) == root) {
                    return " through the device [" + i + "][" + j + "]";
                }
            }
        }
        return "";
    }

    private interface Terminal {
        void at(int node, String name);
    }

    private void eachTerminal(Wires wires, double largestOhms, Terminal terminal) {
        for (int i = 0; i < rows; i++) {
            if (wires.leftOhms()[i] <= largestOhms) {
                terminal.at(word(i, 0), "left[" + i + "]");
            }
            if (wires.rightOhms()[i] <= largestOhms) {
                terminal.at(word(i, columns - 1), "right[" + i + "]");
            }
        }
        for (int j = 0; j < columns; j++) {
            if (wires.bottomOhms()[j] <= largestOhms) {
                terminal.at(bit(rows - 1, j), "bottom[" + j + "]");
            }
            if (wires.topOhms()[j] <= largestOhms) {
                terminal.at(bit(0, j), "top[" + j + "]");
            }
        }
    }

    /** The node of word line i at bit line j. */
    public int word(int i, int j) {
        return i * columns + j;
    }

    /** The node of bit line j at word line i. */
    public int bit(int i, int j) {
        return (rows + i) * columns + j;
    }

    /** What all terminals return to. */
    public int ground() {
        return parent.length - 1;
    }

    /** Joins two nodes; false if they were one already. */
    public boolean join(int a, int b) {
        int rootOfA = root(a);
        int rootOfB = root(b);
        parent[rootOfA] = rootOfB;
        return rootOfA != rootOfB;
    }

    /** The same number for all nodes that hang together. */
    public int root(int node) {
        int root = node;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }
}
