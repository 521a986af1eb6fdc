/** Independent work over the cores, with results that do not depend on how many there are. */
package crosspike.snn.parallel;
