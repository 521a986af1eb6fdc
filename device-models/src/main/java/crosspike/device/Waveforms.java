package crosspike.device;

/**
 * The pulses that drive a cell.
 *
 * @param read on each active row during a read
 * @param potentiation one pulse that raises the conductance
 * @param depression one pulse that lowers it
 */
public record Waveforms(Pulse read, Pulse potentiation, Pulse depression) {}
