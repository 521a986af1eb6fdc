package crosspike.spice;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A circuit and what to ask about it.
 *
 * @param title one line, not empty; ngspice never reads the first line of a file
 * @param circuit comments, elements and models, without analyses or {@code .end}; no resistor of 0 ohm, which ngspice
 *     takes for 1 mohm without a word
 * @param vectors what to save (and the first also to print, for who runs the netlist by hand), such as {@code v(column)} and {@code i(vcolumn)}; at least two, each once, because ngspice
 *     39 invents a further one when a single current is saved
 * @param closed whether the saved currents are all that flow to ground, so that they must sum to zero
 * @param analysis what is computed
 */
public record Netlist(String title, String circuit, List<String> vectors, boolean closed, Analysis analysis) {

    /** Result file of the netlist, in the folder ngspice is started in. */
    static final String RAW_FILE = "result.raw";

    private static final Pattern ZERO_OHM = Pattern.compile(
            "^\\s*r\\S*\\s+\\S+\\s+\\S+\\s+[-+]?(0+\\.?0*|\\.0+)(e.*)?\\s*$",
            Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);
    private static final int VECTORS_PER_LINE = 10; // one command takes no more than about 1000

    public Netlist {
        vectors = List.copyOf(vectors);
        require(title.matches("[ -~]+"), "the title must be one line of printable ASCII");
        require(vectors.size() >= 2 && vectors.stream().distinct().count() == vectors.size(), "two or more vectors");
        require(!ZERO_OHM.matcher(circuit).find(), "ngspice makes a resistor of 0 ohm 1 mohm; use a 0 V source");
        for (String vector : vectors) {
            require(vector.matches("[iv]\\([a-z0-9_.]+\\)"), "\"" + vector + "\" is not a vector such as v(column)");
        }
    }

    /** The operating point of a circuit. */
    public Netlist(String title, String circuit, List<String> vectors, boolean closed) {
        this(title, circuit, vectors, closed, Analysis.OPERATING_POINT);
    }

    private static void require(boolean ok, String expected) {
        if (!ok) throw new IllegalArgumentException("netlist: " + expected);
    }

    /** The whole file: running {@code ngspice -b} on it repeats the simulation. */
    public String text() {
        StringBuilder text = new StringBuilder(elements());
        text.append(".control\nset filetype=binary\nset numdgt=16\n");
        saves().forEach(line -> text.append(line).append('\n'));
        text.append(analysis.command()).append('\n');
        if (analysis.axis().isEmpty())
            text.append("print ").append(vectors.get(0)).append('\n');
        text.append("write ").append(RAW_FILE).append('\n');
        for (String command : analysis.closing()) text.append(command).append('\n');
        return text.append("echo " + RunLog.FINISHED + "\nquit 0\n.endc\n.end\n")
                .toString();
    }

    /** Title, circuit and options, without commands. */
    String elements() {
        return title + "\n" + circuit.stripTrailing() + "\n\n.options " + analysis.options() + "\n";
    }

    /** Commands that name the vectors to save. */
    List<String> saves() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < vectors.size(); i += VECTORS_PER_LINE) {
            List<String> some = vectors.subList(i, Math.min(vectors.size(), i + VECTORS_PER_LINE));
            lines.add("save " + String.join(" ", some));
        }
        return lines;
    }
}
