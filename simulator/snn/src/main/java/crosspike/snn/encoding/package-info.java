/** Images as spikes. */
package crosspike.snn.encoding;
