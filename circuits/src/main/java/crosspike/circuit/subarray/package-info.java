/** One array of cells with all its periphery: what it measures, what it takes to read and to write it. */
package crosspike.circuit.subarray;
