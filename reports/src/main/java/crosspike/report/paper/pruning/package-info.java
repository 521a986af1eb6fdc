/** Pruning methods of Rathi 2018, Shi 2019 and Guo 2020 compared on one network: a comparison that none of these papers has. */
package crosspike.report.paper.pruning;
