package crosspike.circuit.technology;

/**
 * Fin of a FinFET node. A fin contributes a channel width of {@code 2·height + width}.
 *
 * @param heightMetres in m
 * @param widthMetres in m
 * @param pitchMetres distance from fin to fin in m
 */
public record Fin(double heightMetres, double widthMetres, double pitchMetres) {

    /** Channel width of one fin in m. */
    public double channelMetres() {
        return 2 * heightMetres + widthMetres;
    }
}
