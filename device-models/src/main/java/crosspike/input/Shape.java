package crosspike.input;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** How one kind of value is read from a document, written to one, and described in a JSON Schema. */
interface Shape {

    /**
     * The value of a node.
     *
     * @param path keys from the root, for errors
     * @throws UserError naming the path, the place, the value and what is allowed
     */
    Object read(Node node, String path);

    /** The node that {@link #read} turns back into {@code value}. */
    Node write(Object value);

    /** Adds the keywords that say what is allowed. */
    void describe(ObjectNode schema);

    /** What a user should type, with its article. */
    String expected();

    /** Whether a key of this shape may be left out although it has no default. */
    default boolean mayBeAbsent() {
        return false;
    }

    /** The error for a node that this shape cannot read. */
    default UserError refused(Node node, String path) {
        String predicate = node.isNull() ? " has no value" : " is " + node.shown();
        return new UserError(at(path, node.place()) + predicate + "; expected " + expected());
    }

    /** {@code device.pulse (shi.yaml, line 7)}. */
    static String at(String path, Place place) {
        return path.isEmpty() ? place.toString() : Quoting.printable(path) + " (" + place + ")";
    }

    static String child(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** The place of nodes that nobody typed. */
    static Place written() {
        return new Place("written", 0);
    }

    static Node.Scalar scalar(String text, Node.Kind kind) {
        return new Node.Scalar(text, kind, written());
    }
}
