/** Netlists of crossbar columns, the ngspice process, and the check of an array against it. */
package crosspike.spice;
