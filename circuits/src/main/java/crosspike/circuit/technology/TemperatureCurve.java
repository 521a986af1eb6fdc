package crosspike.circuit.technology;

import crosspike.input.UserError;
import java.util.List;

/**
 * A current per transistor width at several temperatures, linear in between.
 *
 * @param kelvin ascending temperatures in K, at least two
 * @param amperesPerMetre as many values in A/m
 */
public record TemperatureCurve(List<Double> kelvin, List<Double> amperesPerMetre) {
    public TemperatureCurve {
        kelvin = List.copyOf(kelvin);
        amperesPerMetre = List.copyOf(amperesPerMetre);
        if (kelvin.size() < 2 || kelvin.size() != amperesPerMetre.size()) {
            throw new UserError(amperesPerMetre.size() + " currents for " + kelvin.size()
                    + " temperatures; expected one current for each of at least two temperatures");
        }
        for (int i = 1; i < kelvin.size(); i++) {
            if (!(kelvin.get(i) > kelvin.get(i - 1))) {
                throw new UserError("temperatures are " + kelvin + " K; expected them to ascend");
            }
        }
    }

    /**
     * The current at a temperature.
     *
     * @throws UserError outside the temperatures of the curve: the transistor data say nothing there
     */
    public double at(double temperatureKelvin) {
        int last = kelvin.size() - 1;
        if (!(temperatureKelvin >= kelvin.get(0) && temperatureKelvin <= kelvin.get(last))) {
            throw new UserError("temperature is " + temperatureKelvin + " K; the technology data reach from "
                    + kelvin.get(0) + " K to " + kelvin.get(last) + " K");
        }
        int i = 1;
        while (i < last && temperatureKelvin > kelvin.get(i)) i++;
        double t0 = kelvin.get(i - 1);
        double share = (temperatureKelvin - t0) / (kelvin.get(i) - t0);
        return (1 - share) * amperesPerMetre.get(i - 1) + share * amperesPerMetre.get(i);
    }
}
