/**
 * Crossbars with line resistance: the exact nodal solver, transfer matrices for repeated reads, the crossbar that reads
 * through its wires, and circuits as JSON. {@code docs/wires.md} has the equations.
 */
package crosspike.wire;
