/**
 * Netlists for users: a part of an array with its wires, drivers and read-out, at DC or through a read or write pulse.
 *
 * <p>{@link crosspike.spice.export.ArrayExport} says what is written; {@link crosspike.spice.export.ArrayNetlist} writes
 * it with the subcircuits of {@link crosspike.spice.export.Templates}, which users may edit;
 * {@link crosspike.spice.export.Measured} reads the result. {@link crosspike.spice.export.TransientRead} gives the energy
 * of reading one column.
 */
package crosspike.spice.export;
