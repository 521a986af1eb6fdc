package crosspike.cli;

/** Sweep plans whose trainings take no time. */
final class TinyPlan {
    static final String WITHOUT_AXES = """
            sweep: 1
            base:
              crosspike: 1
              data: {training: 20, test: 10}
              network: {outputs: 5}
              learning: {epochs: 1}
              device: {preset: epiram-choi2018}
            """;

    private TinyPlan() {}
}
