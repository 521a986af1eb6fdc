/** One cell: its conductance states, its answer to pulses, its variation; and the library of published devices. */
package crosspike.device;
