/** What one gate costs: how it is folded into its cell, its area, capacitances, leakage and delay. */
package crosspike.circuit.logic;
