package crosspike.device.nonideality;

/**
 * Settings of one non-ideality, as a config writes them. The permitted records are all there are; a config names them in
 * lower case with hyphens: {@code {kind: cycle-to-cycle, sigma: 2 %}}.
 */
public sealed interface Nonideality
        permits CycleToCycle,
                DeviceToDevice,
                RangeVariation,
                Endurance,
                StuckAt,
                OnOffRatio,
                AccessResistance,
                IvNonlinearity,
                ReadNoise,
                FlickerNoise,
                PcmReadNoise,
                Drift,
                StateDrift,
                PcmDrift,
                Retention,
                RramRelaxation,
                ProgrammingNoise,
                PcmProgrammingNoise,
                RramProgrammingNoise {

    /**
     * Lays it over an array: per-cell draws are made here, from the array's seed.
     *
     * @throws crosspike.input.UserError if it does not suit the array's cells
     */
    Layer on(CellArray array);
}
