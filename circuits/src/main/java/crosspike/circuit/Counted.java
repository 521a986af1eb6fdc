package crosspike.circuit;

import crosspike.crossbar.Activity;
import crosspike.crossbar.Energy;

/**
 * What a core did in one phase of a run.
 *
 * @param activity counts
 * @param energy what its cells dissipated
 */
public record Counted(Activity activity, Energy energy) {}
