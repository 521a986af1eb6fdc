package crosspike.circuit.technology;

import crosspike.input.Document;
import crosspike.input.Installation;
import crosspike.input.KeyError;
import crosspike.input.RecordReader;
import crosspike.input.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The technology nodes and wires there are. A node is added by adding a file.
 *
 * @param nodes all nodes, no two with the same size and flavour
 * @param wires the wires of the array
 */
public record TechnologyLibrary(List<TechnologyNode> nodes, Wires wires) {

    public TechnologyLibrary {
        nodes = nodes.stream()
                .sorted(Comparator.comparingDouble(TechnologyNode::nanometres)
                        .reversed()
                        .thenComparing(TechnologyNode::flavour))
                .toList();
    }

    /** The nodes and wires of {@code calibration-data/technology}. */
    public static TechnologyLibrary shipped() {
        return read(Installation.path("calibration-data", "technology"));
    }

    /**
     * Reads {@code wires.yaml} and every other {@code .yaml}, {@code .yml} or {@code .json} file of a directory as one node
     * each.
     *
     * @throws UserError naming the file and key at fault
     */
    public static TechnologyLibrary read(Path directory) {
        List<Path> files;
        try (Stream<Path> listing = Files.list(directory)) {
            files = listing.filter(file -> file.toString().matches(".*\\.(yaml|yml|json)"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UserError(directory + " cannot be read; expected the directory of the technology files", e);
        }
        Wires wires = null;
        List<TechnologyNode> nodes = new ArrayList<>();
        for (Path file : files) {
            Document document = Document.read(file);
            if (file.getFileName().toString().startsWith("wires.")) {
                wires = RecordReader.read(document, WireSheet.class).toWires();
            } else {
                TechnologyNode node =
                        RecordReader.read(document, NodeSheet.class).node(file.toString());
                if (nodes.stream().anyMatch(other -> sameNode(other, node.nanometres(), node.flavour()))) {
                    throw new UserError(file + ": a second file for " + name(node) + "; remove one of them");
                }
                nodes.add(node);
            }
        }
        if (wires == null)
            throw new UserError(directory + " has no wires.yaml; expected the table of array wires there");
        return new TechnologyLibrary(nodes, wires);
    }

    /**
     * One node.
     *
     * @throws UserError naming the nodes there are
     */
    public TechnologyNode node(double nanometres, Flavour flavour) {
        for (TechnologyNode node : nodes) {
            if (sameNode(node, nanometres, flavour)) return node;
        }
        throw new KeyError(
                "technology node",
                Wires.plain(nanometres) + " nm " + flavour
                        + " is unknown; calibration-data/technology has: "
                        + nodes.stream().map(TechnologyLibrary::name).collect(Collectors.joining(", ")));
    }

    private static boolean sameNode(TechnologyNode node, double nanometres, Flavour flavour) {
        return node.nanometres() == nanometres && node.flavour() == flavour;
    }

    private static String name(TechnologyNode node) {
        return Wires.plain(node.nanometres()) + " nm " + node.flavour();
    }
}
