/**
 * An instrument to rehearse with: a SCPI server with a device model inside, and the faults that instruments and links have.
 */
package crosspike.instrument.emulator;
