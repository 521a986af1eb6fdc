package crosspike.circuit.technology;

import crosspike.input.Document;
import crosspike.input.Installation;
import crosspike.input.KeyError;
import crosspike.input.RecordReader;
import crosspike.input.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The technology nodes and wires there are. A node is added by adding a file. One that is named after its node, as
 * {@code 032nm-hp.yaml} is, is read when the node is asked for, so that a run does not read all of them; any other name will
 * do, but such a file is read at once.
 */
public final class TechnologyLibrary {
    private static final Pattern NAMED_FILE = Pattern.compile("([0-9]+)nm-(hp|lstp)\\.(?:yaml|yml|json)");

    private final Map<Name, Shelf> shelves;
    private final Wires wires;

    private TechnologyLibrary(Map<Name, Shelf> shelves, Wires wires) {
        this.shelves = shelves;
        this.wires = wires;
    }

    /** Which node; the largest comes first. */
    private record Name(double nanometres, Flavour flavour) implements Comparable<Name> {

        static Name of(TechnologyNode node) {
            return new Name(node.nanometres(), node.flavour());
        }

        @Override
        public int compareTo(Name other) {
            int bySize = Double.compare(other.nanometres, nanometres);
            return bySize != 0 ? bySize : flavour.compareTo(other.flavour);
        }

        @Override
        public String toString() {
            return Wires.plain(nanometres) + " nm " + flavour;
        }
    }

    /** A node, or the file that it will be read from. */
    private static final class Shelf {
        private final Path file;
        private TechnologyNode node;

        Shelf(Path file) {
            this.file = file;
        }

        synchronized TechnologyNode node() {
            if (node == null) {
                node = RecordReader.read(Document.read(file), NodeSheet.class).node(file.toString());
            }
            return node;
        }
    }

    /** The nodes and wires of {@code calibration-data/technology}. */
    public static TechnologyLibrary shipped() {
        return read(Installation.path("calibration-data", "technology"));
    }

    /**
     * Reads {@code wires.yaml}, and takes every other {@code .yaml}, {@code .yml} or {@code .json} file of a directory as one
     * node each.
     *
     * @throws UserError naming the file and key at fault, or a second file for a node
     */
    public static TechnologyLibrary read(Path directory) {
        List<Path> listed;
        try (Stream<Path> listing = Files.list(directory)) {
            listed = listing.filter(file -> file.toString().matches(".*\\.(yaml|yml|json)"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UserError(directory + " cannot be read; expected the directory of the technology files", e);
        }
        Wires wires = null;
        Map<Name, Shelf> shelves = new TreeMap<>();
        for (Path file : listed) {
            String fileName = file.getFileName().toString();
            if (fileName.startsWith("wires.")) {
                wires = RecordReader.read(Document.read(file), WireSheet.class).toWires();
                continue;
            }
            Shelf shelf = new Shelf(file);
            Matcher named = NAMED_FILE.matcher(fileName);
            Name name = named.matches()
                    ? new Name(
                            Double.parseDouble(named.group(1)),
                            Flavour.valueOf(named.group(2).toUpperCase(Locale.ROOT)))
                    : Name.of(shelf.node());
            if (shelves.putIfAbsent(name, shelf) != null) {
                throw new UserError(file + ": a second file for " + name + "; remove one of them");
            }
        }
        if (wires == null)
            throw new UserError(directory + " has no wires.yaml; expected the table of array wires there");
        return new TechnologyLibrary(shelves, wires);
    }

    /**
     * One node.
     *
     * @throws UserError naming the nodes there are, or the file and key at fault
     */
    public TechnologyNode node(double nanometres, Flavour flavour) {
        Name name = new Name(nanometres, flavour);
        Shelf shelf = shelves.get(name);
        if (shelf == null) {
            throw new KeyError(
                    "technology node",
                    name + " is unknown; calibration-data/technology has: "
                            + shelves.keySet().stream().map(Name::toString).collect(Collectors.joining(", ")));
        }
        Name held = Name.of(shelf.node());
        if (held.compareTo(name) != 0) {
            throw new UserError(
                    shelf.file + " holds " + held + ", but is named after " + name + "; rename it or mend its node");
        }
        return shelf.node();
    }

    /**
     * All nodes, the largest first.
     *
     * @throws UserError naming the file and key at fault
     */
    public List<TechnologyNode> nodes() {
        return shelves.keySet().stream()
                .map(name -> node(name.nanometres(), name.flavour()))
                .toList();
    }

    /** The wires of the array. */
    public Wires wires() {
        return wires;
    }
}
