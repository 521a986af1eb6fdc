/** What a sweep varies: the plan file, its axes, samples and conditions. Configs are documents here until a point is asked for its experiment. */
package crosspike.experiment.sweep.plan;
