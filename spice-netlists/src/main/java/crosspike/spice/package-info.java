/**
 * The ngspice process, netlists of crossbars, and checks against them.
 *
 * <p>{@link crosspike.spice.Ngspice} solves one {@link crosspike.spice.Netlist}, {@link crosspike.spice.NgspiceSession} one
 * after another with other values. {@link crosspike.spice.CircuitNetlist} is any crossbar with its wires.
 * {@link crosspike.spice.ArrayVerifier} compares parts of an array with the dot product and our solver;
 * {@link crosspike.spice.NgspiceCrossbar} and {@link crosspike.spice.CheckedCrossbar} put ngspice into the training loop.
 * ngspice reports success for many failed simulations; {@link crosspike.spice.Failure} lists what is looked for before a
 * number is believed.
 */
package crosspike.spice;
