/** Measurements of cells: what analysers write, read into one tidy form that keeps units, signs and line numbers. */
package crosspike.device.measured;
