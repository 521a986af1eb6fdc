package crosspike.snn.encoding;

/** Square matrices of bits: 64 words of 64 bits. */
final class BitMatrix {
    private static final int SIDE = Long.SIZE;

    private BitMatrix() {}

    /**
     * Makes bit i of word j what was bit j of word i. Squares of half the side swap places across the diagonal, then squares of half
     * that side in each of the four, and so on.
     *
     * @param words those from {@code from} on are the matrix
     */
    static void transpose(long[] words, int from) {
        long lower = 0x0000_0000_FFFF_FFFFL; // of each two squares side by side, the bits of the lower
        for (int side = SIDE / 2; side > 0; side /= 2) {
            for (int pair = 0; pair < SIDE / 2; pair++) {
                int i = from + pair + (pair & -side); // has no bit at side
                int j = i + side;
                long a = words[i];
                long b = words[j];
                long differ = (a >>> side ^ b) & lower;
                words[i] = a ^ differ << side;
                words[j] = b ^ differ;
            }
            lower ^= lower << side / 2;
        }
    }
}
