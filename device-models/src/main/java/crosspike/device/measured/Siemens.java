package crosspike.device.measured;

import crosspike.input.UserError;
import java.util.OptionalDouble;

/** The conductance that a line measured: given as such, as a resistance, or as a current at a known voltage. */
final class Siemens {
    private Siemens() {}

    /**
     * @return in S; empty if the line has no value or one that no cell has (no or negative resistance)
     * @throws UserError if no column says, or a current comes without its voltage
     */
    static OptionalDouble of(Table table, SourceLine line, ImportOptions options) {
        if (table.hasKnown(Role.CONDUCTANCE)) {
            return table.value(line, Role.CONDUCTANCE);
        }
        if (table.hasKnown(Role.RESISTANCE)) {
            OptionalDouble ohms = table.value(line, Role.RESISTANCE);
            return ohms.isPresent() && ohms.getAsDouble() > 0
                    ? OptionalDouble.of(1 / ohms.getAsDouble())
                    : OptionalDouble.empty();
        }
        if (!table.hasKnown(Role.CURRENT)) {
            throw new Unsaid(
                    table.text().name() + " has no column of conductances, resistances or currents",
                    "name its columns from the left with --columns, such as --columns \"pulse,G (uS)\"");
        }
        OptionalDouble amps = table.value(line, Role.CURRENT);
        double volts = readVolts(table, line, options);
        return amps.isPresent() && volts != 0 ? OptionalDouble.of(amps.getAsDouble() / volts) : OptionalDouble.empty();
    }

    private static double readVolts(Table table, SourceLine line, ImportOptions options) {
        if (options.readVolts().isPresent()) {
            return options.readVolts().getAsDouble();
        }
        for (Role role : new Role[] {Role.READ_VOLTAGE, Role.VOLTAGE}) {
            if (table.hasKnown(role)) {
                return table.value(line, role).orElse(0);
            }
        }
        throw new Unsaid(
                table.text().name() + " has currents but no read voltage",
                "give it with --vread, such as --vread \"0.1 V\"");
    }

    /** Name of the device of a line. */
    static String device(Table table, SourceLine line, ImportOptions options) {
        if (table.has(Role.WORDLINE) && table.has(Role.BITLINE)) {
            return "w" + table.text(line, Role.WORDLINE) + "b" + table.text(line, Role.BITLINE);
        }
        String name = table.text(line, Role.DEVICE);
        return name.isEmpty() ? options.device() : name;
    }
}
