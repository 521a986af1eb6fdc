/** JMH benchmarks of the hot loops; {@code docs/performance.md} says how to run them and what they gave. */
package crosspike.bench;
