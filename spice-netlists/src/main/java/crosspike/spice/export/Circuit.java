package crosspike.spice.export;

import crosspike.spice.SpiceNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The elements of a netlist as they are added. Nodes that a wire of 0 ohm joins become one, named as the first of them
 * that was used; elements that no path connects to ground are left out, since ngspice finds no solution with them.
 */
final class Circuit {
    static final String GROUND = "0";

    /** One line of text: a comment if it has no nodes. */
    private record Element(String name, List<String> nodes, String rest) {}

    private final List<Element> elements = new ArrayList<>();
    private final Map<String, String> merged = new HashMap<>();
    private final Map<String, Integer> order = new HashMap<>();
    private final Map<String, Double> farads = new LinkedHashMap<>();

    Circuit() {
        order.put(GROUND, -1);
    }

    void comment(String text) {
        elements.add(new Element("* " + text, List.of(), ""));
    }

    void element(String name, List<String> nodes, String rest) {
        for (String node : nodes) order.putIfAbsent(node, order.size());
        elements.add(new Element(name, List.copyOf(nodes), rest));
    }

    /** A resistor: 0 ohm joins the nodes, infinity is nothing. */
    void resistor(String name, String a, String b, double ohms) {
        if (ohms == 0) {
            join(a, b);
        } else if (ohms < Double.POSITIVE_INFINITY) {
            element(name, List.of(a, b), SpiceNumber.text(ohms));
        }
    }

    /** A piece of line from a to b with its capacitance at b. */
    void segment(String name, String a, String b, double ohms, double nodeFarads) {
        if (ohms == 0) {
            join(a, b);
            if (nodeFarads > 0) farads.merge(b, nodeFarads, Double::sum);
        } else {
            element(
                    name,
                    List.of(a, b),
                    Template.SEGMENT.subcircuit() + " ohm=" + SpiceNumber.text(ohms) + " farad="
                            + SpiceNumber.text(nodeFarads));
        }
    }

    private void join(String a, String b) {
        order.putIfAbsent(a, order.size());
        order.putIfAbsent(b, order.size());
        unite(merged, a, b);
    }

    private void unite(Map<String, String> sets, String a, String b) {
        String first = find(sets, a);
        String second = find(sets, b);
        if (first.equals(second)) return;
        boolean firstWins = order.get(first) < order.get(second);
        sets.put(firstWins ? second : first, firstWins ? first : second);
    }

    private static String find(Map<String, String> sets, String node) {
        String root = node;
        while (sets.containsKey(root)) root = sets.get(root);
        for (String at = node; !at.equals(root); ) {
            String next = sets.put(at, root);
            at = next;
        }
        return root;
    }

    /** Whether any element uses the subcircuit. */
    boolean uses(Template template) {
        return elements.stream().anyMatch(e -> (e.rest() + " ").startsWith(template.subcircuit() + " "));
    }

    /** One capacitor for each node with the capacitances of all pieces of line that became it. */
    private void placeCapacitors() {
        Map<String, Double> sums = new LinkedHashMap<>();
        farads.forEach((node, value) -> sums.merge(find(merged, node), value, Double::sum));
        sums.remove(GROUND);
        comment("capacitances of lines at nodes that wires of 0 ohm joined");
        sums.forEach((node, sum) -> element("c" + node, List.of(node, GROUND), SpiceNumber.text(sum)));
        farads.clear();
    }

    /** All lines, with the names that nodes have after joining. */
    String text() {
        placeCapacitors();
        Map<String, String> connected = new HashMap<>(merged);
        for (Element element : elements) {
            for (String node : element.nodes()) unite(connected, element.nodes().get(0), node);
        }
        StringBuilder text = new StringBuilder();
        String heading = "";
        for (Element element : elements) {
            if (element.nodes().isEmpty()) {
                heading = element.name() + "\n"; // written when an element follows
                continue;
            }
            if (!find(connected, element.nodes().get(0)).equals(GROUND)) continue;
            text.append(heading);
            heading = "";
            text.append(element.name());
            for (String node : element.nodes()) text.append(' ').append(find(merged, node));
            if (!element.rest().isEmpty()) text.append(' ').append(element.rest());
            text.append('\n');
        }
        return text.toString();
    }
}
