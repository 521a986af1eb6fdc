package crosspike.input;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a record component to be a key that users write. {@link RecordReader}, {@link RecordWriter} and
 * {@link JsonSchema} all follow this one declaration.
 *
 * <p>A component is an {@code int}, {@code long}, {@code float}, {@code double}, {@code boolean}, {@link String}, enum,
 * another such record, a sealed interface of such records (the key {@code kind} says which), a {@link Node} (anything,
 * interpreted later), or a {@link java.util.List} or {@code Map<String, V>} of those. A key without a default is required,
 * unless it is optional or a record whose keys all may be left out. Bounds and choices hold for each element of a list or
 * map.
 */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Key {

    /** One sentence for the person who writes the key. */
    String doc();

    /**
     * The key. By default the component's name in snake case without the unit of its dimension: {@code readPulseSeconds}
     * with {@link Dimension#TIME} is {@code read_pulse}.
     */
    String name() default "";

    Dimension dimension() default Dimension.NONE;

    /** Least value allowed, in SI units. */
    double min() default Double.NEGATIVE_INFINITY;

    /** Greatest value allowed, in SI units. */
    double max() default Double.POSITIVE_INFINITY;

    /** The value must be greater than this, in SI units. */
    double above() default Double.NEGATIVE_INFINITY;

    /** The value must be less than this, in SI units. */
    double below() default Double.POSITIVE_INFINITY;

    /** The value of an absent key as a user would type it, such as {@code 50 ns} or {@code [1, 2]}. */
    String defaultValue() default "";

    /** Whether an absent key gives null; a component of type {@link java.util.Optional} is optional anyway. */
    boolean optional() default false;

    /** The only texts allowed, if any are given. */
    String[] choices() default {};

    /** For a sealed interface: the kind of a mapping that does not say which it is. Empty: it has to say. */
    String defaultKind() default "";

    /**
     * For a sealed interface: the key of the same record whose kind holds for this one, too, such as {@code network}; the
     * mapping itself then has no kind.
     */
    String kindOf() default "";
}
