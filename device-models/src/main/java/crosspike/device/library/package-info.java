/** Published devices: the files of {@code calibration-data/devices} and what they say. */
package crosspike.device.library;
