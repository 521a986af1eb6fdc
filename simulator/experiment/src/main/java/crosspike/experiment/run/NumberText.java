package crosspike.experiment.run;

import com.fasterxml.jackson.core.io.NumberOutput;

/**
 * Numbers as text: the shortest decimal that reads back as the same {@code double}, in any locale and on any JDK.
 * {@link Double#toString} is not that: before JDK 19 it prints 1.0E23 as {@code 9.999999999999999E22} (JDK-4511638).
 */
public final class NumberText {
    private NumberText() {}

    /**
     * The shortest text, such as {@code 0.1}, {@code 1.0E23}, {@code NaN} or {@code Infinity}. Negative zero is written
     * {@code 0.0}: the sign of nothing must not make two files differ.
     */
    public static String of(double value) {
        return NumberOutput.toString(value + 0.0, true); // −0.0 + 0.0 is 0.0
    }
}
