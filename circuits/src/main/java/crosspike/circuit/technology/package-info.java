/** Transistors and wires of each technology node at a temperature, read from {@code calibration-data/technology}. */
package crosspike.circuit.technology;
