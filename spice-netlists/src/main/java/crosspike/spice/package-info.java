/**
 * Netlists of crossbar columns, the ngspice process, and the check of an array against it.
 *
 * <p>{@link crosspike.spice.ColumnVerifier} writes a {@link crosspike.spice.Netlist} for each column, has
 * {@link crosspike.spice.Ngspice} solve it and compares with the dot product. ngspice reports success for many failed
 * simulations; {@link crosspike.spice.Failure} lists what is looked for before a number is believed.
 */
package crosspike.spice;
