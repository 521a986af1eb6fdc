/**
 * The circuits around the array. Each module is a record that is complete once it is made: area and leakage follow from its
 * layout, latency and energy are functions of what it is asked to do.
 */
package crosspike.circuit.module;
