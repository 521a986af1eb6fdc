/** Which papers can be reproduced. */
package crosspike.report.paper.library;
