/**
 * One cell: its range of conductance, its states, its answer to pulses. What real cells do beyond that is in
 * {@link crosspike.device.nonideality}, published devices are in {@link crosspike.device.library}.
 */
package crosspike.device;
