/** From a config to a finished run directory: wires devices, networks and circuits together and runs them. */
package crosspike.experiment;
