package crosspike.experiment.run;

import java.util.Map;

/**
 * {@code provenance.json}: where and how a run was made. Times live here and nowhere else.
 *
 * @param crosspikeVersion version of this program
 * @param startedUtc start of the run, ISO 8601
 * @param phaseSeconds wall-clock time of each phase in s
 * @param threads threads used for labelling, testing and the training of large layers
 * @param jvm name and version of the Java machine
 * @param os name, version and architecture of the operating system
 * @param dataSha256 SHA-256 of each data file
 */
public record Provenance(
        String crosspikeVersion,
        String startedUtc,
        Map<String, Double> phaseSeconds,
        int threads,
        String jvm,
        String os,
        Map<String, String> dataSha256) {}
