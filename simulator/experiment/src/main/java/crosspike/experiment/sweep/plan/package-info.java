/** What a sweep varies: the plan file, its axes, samples and conditions. Knows configs only as documents. */
package crosspike.experiment.sweep.plan;
