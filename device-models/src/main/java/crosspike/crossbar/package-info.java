/**
 * An array of cells: {@link crosspike.crossbar.Crossbar} is the seam in physical units, and
 * {@link crosspike.crossbar.SynapseArray} turns the signed weights of a network into cells, holds the prune flags and
 * decides the pulses. What an array did is counted in {@link crosspike.crossbar.Activity} and
 * {@link crosspike.crossbar.Energy}; circuits price the counts later.
 */
package crosspike.crossbar;
