/** From measured traces to a device: fits with their uncertainties, and the pulse curves that other tools tabulate. */
package crosspike.device.calibration;
