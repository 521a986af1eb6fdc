package crosspike.input;

/** The character that some editors put in front of a text in UTF-8. */
public final class ByteOrderMark {
    private static final String MARK = "\ufeff";

    private ByteOrderMark() {}

    /** The text without the mark, if it has one. */
    public static String without(String text) {
        return text.startsWith(MARK) ? text.substring(1) : text;
    }
}
