package crosspike.contract;

import java.util.stream.LongStream;

/** Seeds of random cases; the failing one is in the test's name. */
public final class Seeds {
    private Seeds() {}

    static LongStream thirty() {
        return LongStream.rangeClosed(1, 30);
    }

    static LongStream hundred() {
        return LongStream.rangeClosed(1, 100);
    }
}
