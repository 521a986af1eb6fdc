/**
 * What real cells do beyond their pulse curve: spread from pulse to pulse and from cell to cell, noise, drift, wear,
 * faults, series resistance. Each {@link crosspike.device.nonideality.Nonideality} is a record of settings that a config
 * names by its kind; laid over an array it becomes a {@link crosspike.device.nonideality.Layer}. Layers act in the order
 * of the config, and each can be taken out.
 */
package crosspike.device.nonideality;
