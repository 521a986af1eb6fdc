/** Sweeps on Apache Spark: the driver hands out tasks and keeps what comes back; executors compute. */
package crosspike.spark;
