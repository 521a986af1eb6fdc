/** What all kinds of networks share. */
package crosspike.snn;
